//! The XML representation (OData CSDL XML 4.01).

mod read;
mod write;

use super::Document;

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";

/// The CSDL document of the vocabulary that the words `unique`, `indexed` and `searchable` are written with in
/// `$metadata`, which refers to it by its URI where a property has one of them.
///
/// A service can publish it; the URI is a name without a location.
pub const STORE_VOCABULARY: &str = include_str!("../store_vocabulary.xml");

/// Returns a model as the text of an XML document, the `$metadata` of a service of version 4.0 (OData CSDL XML 4.01):
/// that of the [`Document`] that it becomes.
///
/// ```
/// use odata_core::{Model, ODataContainer, ODataEntity, csdl};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Container")]
/// pub struct Fleet {
///     #[odata(entity_set)]
///     pub vehicles: Vec<Vehicle>,
/// }
///
/// let xml = csdl::to_xml(&Model::of::<Fleet>()?);
/// assert!(xml.contains(r#"<EntitySet Name="vehicles" EntityType="fleet.vehicle"/>"#));
/// # Ok::<(), odata_core::Error>(())
/// ```
pub fn to_xml(model: impl Into<Document>) -> String {
    model.into().to_xml()
}
