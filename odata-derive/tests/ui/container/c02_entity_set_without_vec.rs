//! C2: an entity set is a collection.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    entities: Entity,
}

fn main() {}
