//! N13: names of entity sets and singletons are unique.
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
    entities: Vec<Entity>,
    #[odata(entity_set, name = "entities")]
    others: Vec<Entity>,
}

fn main() {}
