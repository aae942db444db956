//! N10: a field that is not a property does not hide a field of the base type.
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
    entity: Entity,
    #[odata(skip)]
    id: u64,
}

fn main() {}
