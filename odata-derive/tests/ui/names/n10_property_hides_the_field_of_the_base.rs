//! N10: a property does not hide the field of the base type that holds its own base.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    entity: Entity,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.appPolicy")]
struct AppPolicy {
    #[odata(base)]
    policy: Policy,
    entity: String,
}

fn main() {}
