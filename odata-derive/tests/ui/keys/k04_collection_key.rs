//! K4: a key property is not a collection.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    ids: Vec<String>,
}

fn main() {}
