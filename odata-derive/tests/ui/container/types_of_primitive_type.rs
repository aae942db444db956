//! A type that a container names is one that a schema declares.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", types(i32))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
