//! F6: a collection has no default value.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "a")]
    names: Vec<String>,
}

fn main() {}
