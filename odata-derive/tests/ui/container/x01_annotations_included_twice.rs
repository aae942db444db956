//! X1: annotations of one document are included once.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
#[odata(reference("https://example.com/1.xml", include_annotations("one"), include_annotations("one", qualifier = "Q"), include_annotations("one")))]
struct Service {
    #[odata(entity_set)]
    entities: Vec<Entity>,
}

fn main() {}
