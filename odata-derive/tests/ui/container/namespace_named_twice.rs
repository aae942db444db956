//! `all_of(..)` names each namespace once. (2 faults)
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", all_of("graph", "a..b", "graph"))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
