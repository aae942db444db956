//! N4: the aliases of schemas and of included ones are unique together.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
#[odata(schema("graph", alias = "g"))]
#[odata(reference("https://example.com/g.xml", include("other", alias = "g")))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
