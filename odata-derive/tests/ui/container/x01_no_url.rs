//! X1: what is referenced has a URL. (2 faults)
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", reference("", include("one")), reference("a b", include("two")))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
