//! `AnyOf` holds what derives from its type.
use odata_core::{AnyOf, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
}

fn wrap(policy: Policy) -> AnyOf<Entity> {
    AnyOf::<Entity>::new(policy)
}

fn main() {}
