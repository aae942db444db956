//! N10: a property does not hide a skipped field of the base type.
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
    cache: i32,
}

fn main() {}
