//! A model as a CSDL document.

mod annotations;
mod container;
mod external;
mod operation;
mod property;
mod references;
mod scalar;
mod structured;

use std::collections::BTreeMap;

pub(super) use annotations::STORE;
pub(super) use references::STORE_URL;

use super::Model;
use crate::csdl::{Document, Place, RustItem, Schema, Version};

/// The document of version 4.0 that says what the model declares.
///
/// ```
/// use odata_core::{Model, ODataContainer, ODataEntity, csdl::Document};
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
/// let document = Document::from(&Model::of::<Fleet>()?);
/// let vehicle = &document.schemas[0].types[0];
/// assert_eq!(vehicle.properties[0].ty.name, "Edm.Int32");
/// assert_eq!(format!("{:?}", vehicle.properties[0].place), "Vehicle::id");
/// # Ok::<(), odata_core::Error>(())
/// ```
impl From<&Model> for Document {
    fn from(model: &Model) -> Self {
        Self::of(model, Version::V4_0)
    }
}

impl Document {
    /// Creates the document of a version that says what the model declares.
    ///
    /// Version 4.0 has no properties of type `Edm.Untyped`, no facet `Unicode` of parameters, and no singletons that can
    /// be null (OData CSDL 4.01 §17); in version 4.01, each collection says whether its items can be null (§7.2.1).
    pub fn of(model: &Model, version: Version) -> Self {
        let mut schemas: BTreeMap<&'static str, Schema> = BTreeMap::new();
        for definition in model.definitions() {
            schema(&mut schemas, definition.name).definitions.push(scalar::definition(definition));
        }
        for descriptor in model.enums() {
            schema(&mut schemas, descriptor.name).enums.push(scalar::enumeration(descriptor));
        }
        for descriptor in model.types() {
            schema(&mut schemas, descriptor.name).types.push(structured::structured(descriptor, version));
        }
        for operation in model.operations() {
            schema(&mut schemas, operation.name()).operations.push(operation::operation(operation, version));
        }
        let container = model.container();
        schema(&mut schemas, container.name).containers.push(container::container(container, version));
        for row in container.aliases {
            if let Some(schema) = schemas.get_mut(row.namespace) {
                schema.alias.get_or_insert_with(|| row.alias.into());
            }
        }
        let place = Place::Item(RustItem::new(container.rust_name));
        let schemas =
            schemas.into_iter().map(|(namespace, schema)| Schema { namespace: namespace.into(), place, ..schema });
        let references = references::declared_references(model);
        let mut document = Self { version, references, schemas: schemas.collect() };
        external::annotate(&mut document, container);
        references::add_vocabularies(&mut document, place);
        document
    }
}

/// Returns the schema of a qualified name.
fn schema<'s>(schemas: &'s mut BTreeMap<&'static str, Schema>, name: &'static str) -> &'s mut Schema {
    schemas.entry(split(name).0).or_default()
}

/// Returns the namespace and the rest of a qualified name.
fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or(("", name))
}
