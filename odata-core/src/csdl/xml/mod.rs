//! The XML representation (OData CSDL XML 4.01), of OData version 4.0.

mod annotation;
mod container;
mod definition;
mod enumeration;
mod operation;
mod property;
mod reference;
mod structured;
mod write;

use std::{collections::BTreeMap, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, Event},
};

use container::write_container;
use definition::write_definition;
use enumeration::write_enum;
use operation::write_operation;
use reference::write_references;
use structured::write_type;

use crate::edm::{ContainerDescriptor, EnumDescriptor, Model, OperationDescriptor, TypeDefinition, TypeDescriptor};

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const CORE: &str = "Org.OData.Core.V1";

/// The namespace of the vocabulary for stores, which the file `store_vocabulary.xml` declares.
const STORE: &str = "org.odata_rs.store.v1";

/// The CSDL document of the vocabulary that the words `unique`, `indexed` and `searchable` are written with in
/// `$metadata`, which refers to it by its URI where a property has one of them.
///
/// A service can publish it; the URI is a name without a location.
pub const STORE_VOCABULARY: &str = include_str!("../store_vocabulary.xml");

type Xml = Writer<Vec<u8>>;

/// Returns the model as the text of an XML document, the `$metadata` of a service of version 4.0 (OData CSDL XML 4.01).
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
pub fn to_xml(model: &Model) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail; if it did, the text so far would be returned.
    let written = write_document(&mut xml, model);
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    String::from_utf8_lossy(&xml.into_inner()).into_owned()
}

fn write_document(xml: &mut Xml, model: &Model) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let document = xml.create_element("edmx:Edmx").with_attributes([("xmlns:edmx", EDMX), ("Version", "4.0")]);
    document.write_inner_content(|xml| {
        write_references(xml, model)?;
        xml.create_element("edmx:DataServices")
            .write_inner_content(|xml| {
                Schemas::of(model)
                    .0
                    .iter()
                    .try_for_each(|(namespace, schema)| write_schema(xml, model, namespace, schema))
            })
            .map(drop)
    })?;
    Ok(())
}

/// The content of one schema.
#[derive(Default)]
struct Schema {
    types: Vec<&'static TypeDescriptor>,
    enums: Vec<&'static EnumDescriptor>,
    definitions: Vec<&'static TypeDefinition>,
    operations: Vec<&'static OperationDescriptor>,
    container: Option<&'static ContainerDescriptor>,
}

/// The schemas of a model, by namespace.
struct Schemas(BTreeMap<&'static str, Schema>);

impl Schemas {
    fn of(model: &Model) -> Self {
        let mut schemas: BTreeMap<_, Schema> = BTreeMap::new();
        for descriptor in model.types() {
            schemas.entry(descriptor.namespace()).or_default().types.push(descriptor);
        }
        for descriptor in model.enums() {
            schemas.entry(split(descriptor.name).0).or_default().enums.push(descriptor);
        }
        for definition in model.definitions() {
            schemas.entry(split(definition.name).0).or_default().definitions.push(definition);
        }
        for operation in model.operations() {
            schemas.entry(split(operation.name()).0).or_default().operations.push(operation);
        }
        schemas.entry(split(model.container().name).0).or_default().container = Some(model.container());
        Self(schemas)
    }
}

fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or(("", name))
}

fn write_schema(xml: &mut Xml, model: &Model, namespace: &str, schema: &Schema) -> io::Result<()> {
    let mut element = xml.create_element("Schema").with_attributes([("xmlns", EDM), ("Namespace", namespace)]);
    if let Some(row) = model.container().aliases.iter().find(|row| row.namespace == namespace) {
        element = element.with_attribute(("Alias", row.alias));
    }
    element.write_inner_content(|xml| {
        schema.definitions.iter().try_for_each(|definition| write_definition(xml, definition))?;
        schema.enums.iter().try_for_each(|descriptor| write_enum(xml, descriptor))?;
        schema.types.iter().try_for_each(|descriptor| write_type(xml, descriptor))?;
        schema.operations.iter().try_for_each(|operation| write_operation(xml, operation))?;
        schema.container.map_or(Ok(()), |container| write_container(xml, container))
    })?;
    Ok(())
}
