//! What a container says about documents, crates and namespaces.
use odata_core::{Container as _, ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", with(odata_core, ::serde_json), all_of("graph", "other"))]
#[odata(schema("graph", alias = "g"), schema("graph.more", alias = "m",))]
#[odata(reference("https://example.com/1.xml", include("one", alias = "o"), include("two")))]
#[odata(reference("https://example.com/2.xml", include_annotations("one"), include_annotations("one", qualifier = "Q")))]
struct Service {
    #[odata(entity_set, include_in_service_document = false)]
    entities: Vec<Entity>,
    #[odata(entity_set, include_in_service_document)]
    more: Vec<Entity>,
    #[odata(singleton)]
    entity: Entity,
}

fn main() {
    let references = Service::DESCRIPTOR.references();
    assert_eq!(references[0].includes()[0].alias(), Some("o"));
    assert_eq!(references[1].annotations()[1].qualifier(), Some("Q"));
}
