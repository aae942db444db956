//! T4: an abstract entity type derives from an abstract one.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", abstract)]
struct Policy {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
