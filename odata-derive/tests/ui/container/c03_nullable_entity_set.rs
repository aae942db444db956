//! C3: only a singleton is nullable.
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
    #[odata(entity_set, nullable)]
    entities: Vec<Entity>,
}

fn main() {}
