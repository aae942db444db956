//! S1: a collection has no value that could be unique.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unique)]
    names: Vec<String>,
}

fn main() {}
