//! `AnyOf` holds a value, and an abstract type has none of its own.
use odata_core::{AnyOf, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
}

fn wrap(entity: Entity) -> AnyOf<Entity> {
    AnyOf::new(entity)
}

fn main() {}
