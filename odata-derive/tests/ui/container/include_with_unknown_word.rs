//! Words in parentheses are suggested like all others. (2 faults)
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", reference("https://example.com/1.xml", include("one", alas = "o"), includ("two")))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
