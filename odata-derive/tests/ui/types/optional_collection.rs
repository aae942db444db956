//! A collection is empty, not null.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    names: Option<Vec<String>>,
}

fn main() {}
