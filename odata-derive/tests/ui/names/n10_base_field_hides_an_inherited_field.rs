//! N10: the field that holds the base type does not hide a field of it.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
    #[odata(skip)]
    cache: u64,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    id: Entity,
    name: String,
}

fn main() {}
