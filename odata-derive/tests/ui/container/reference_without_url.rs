//! A reference begins with its URL. (3 faults)
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", reference(include("one")), schema(), all_of(one))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
