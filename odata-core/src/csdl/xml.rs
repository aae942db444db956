//! The XML representation (OData CSDL XML 4.01), of OData version 4.0.

use std::{collections::BTreeMap, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, Event},
};

use crate::edm::{
    ContainerChild, ContainerDescriptor, EdmType, EnumDescriptor, Model, PrimitiveType, PropertyDescriptor,
    TypeDescriptor, TypeKind,
};

const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const CORE: &str = "Org.OData.Core.V1";
const CORE_URL: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

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
        xml.create_element("edmx:Reference").with_attribute(("Uri", CORE_URL)).write_inner_content(|xml| {
            xml.create_element("edmx:Include").with_attribute(("Namespace", CORE)).write_empty().map(drop)
        })?;
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
        schema.enums.iter().try_for_each(|descriptor| write_enum(xml, descriptor))?;
        schema.types.iter().try_for_each(|descriptor| write_type(xml, descriptor))?;
        schema.container.map_or(Ok(()), |container| write_container(xml, container))
    })?;
    Ok(())
}

fn write_enum(xml: &mut Xml, descriptor: &EnumDescriptor) -> io::Result<()> {
    let mut element = xml.create_element("EnumType").with_attribute(("Name", split(descriptor.name).1));
    if descriptor.underlying != PrimitiveType::Int32 {
        element = element.with_attribute(("UnderlyingType", descriptor.underlying.name()));
    }
    element.write_inner_content(|xml| {
        for member in descriptor.members {
            let value = member.value.to_string();
            let element =
                xml.create_element("Member").with_attributes([("Name", member.name), ("Value", value.as_str())]);
            if member.description.is_empty() {
                element.write_empty()?;
            } else {
                element.write_inner_content(|xml| write_description(xml, member.description))?;
            }
        }
        write_description(xml, descriptor.description)
    })?;
    Ok(())
}

fn write_type(xml: &mut Xml, descriptor: &TypeDescriptor) -> io::Result<()> {
    let mut element = xml.create_element(match descriptor.kind {
        TypeKind::Entity => "EntityType",
        TypeKind::Complex => "ComplexType",
    });
    element = element.with_attribute(("Name", descriptor.short_name()));
    if let Some(base) = descriptor.base {
        element = element.with_attribute(("BaseType", base.name));
    }
    if descriptor.is_abstract {
        element = element.with_attribute(("Abstract", "true"));
    }
    if descriptor.is_open {
        element = element.with_attribute(("OpenType", "true"));
    }
    if descriptor.own.is_empty() && descriptor.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        write_key(xml, descriptor)?;
        descriptor.own.iter().try_for_each(|property| write_property(xml, property))?;
        write_description(xml, descriptor.description)
    })?;
    Ok(())
}

fn write_key(xml: &mut Xml, descriptor: &TypeDescriptor) -> io::Result<()> {
    let mut key = descriptor.own.iter().filter(|property| property.flags.is_key()).peekable();
    if key.peek().is_none() {
        return Ok(());
    }
    xml.create_element("Key").write_inner_content(|xml| {
        key.try_for_each(|property| {
            xml.create_element("PropertyRef").with_attribute(("Name", property.name)).write_empty().map(drop)
        })
    })?;
    Ok(())
}

fn write_property(xml: &mut Xml, property: &PropertyDescriptor) -> io::Result<()> {
    let ty = property.ty;
    let type_name = ty.name();
    let mut element = xml.create_element(if ty.navigation { "NavigationProperty" } else { "Property" });
    element = element.with_attributes([("Name", property.name), ("Type", type_name.as_str())]);
    // A collection of related entities has no `Nullable` (OData CSDL XML 4.01 §8.2).
    if !(ty.nullable || ty.navigation && ty.collection) {
        element = element.with_attribute(("Nullable", "false"));
    }
    for (facet, value) in facets(property) {
        element = element.with_attribute((facet, value.as_str()));
    }
    if let Some(default) = property.default {
        element = element.with_attribute(("DefaultValue", default.text()));
    }
    if property.flags.contains_target() {
        element = element.with_attribute(("ContainsTarget", "true"));
    }
    let flags = property.flags;
    if property.description.is_empty() && !flags.is_computed() && !flags.is_immutable() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        if flags.is_computed() {
            write_tag(xml, "Computed")?;
        }
        if flags.is_immutable() {
            write_tag(xml, "Immutable")?;
        }
        write_description(xml, property.description)
    })?;
    Ok(())
}

/// Returns the facets of a property. Without declared facets all digits that a value can have are allowed, which must
/// be declared: a decimal number has no digits after the point otherwise, and a second has no fraction (OData CSDL 4.01
/// §7.2.3, §7.2.4).
fn facets(property: &PropertyDescriptor) -> impl Iterator<Item = (&'static str, String)> {
    let (mut precision, mut scale) = (property.precision().map(|digits| digits.to_string()), None);
    if let EdmType::Primitive(primitive) = property.ty.edm {
        if primitive.is_temporal() {
            precision.get_or_insert_with(|| "12".to_owned());
        }
        if primitive == PrimitiveType::Decimal {
            scale = Some(property.scale().map_or_else(|| "variable".to_owned(), |digits| digits.to_string()));
        }
    }
    let max_length = property.max_length().map(|length| length.to_string());
    [("MaxLength", max_length), ("Precision", precision), ("Scale", scale)]
        .into_iter()
        .filter_map(|(facet, value)| Some((facet, value?)))
}

fn write_container(xml: &mut Xml, container: &ContainerDescriptor) -> io::Result<()> {
    let element = xml.create_element("EntityContainer").with_attribute(("Name", split(container.name).1));
    element.write_inner_content(|xml| {
        container.children.iter().try_for_each(|child| write_child(xml, child))?;
        write_description(xml, container.description)
    })?;
    Ok(())
}

fn write_child(xml: &mut Xml, child: &ContainerChild) -> io::Result<()> {
    let (name, type_attribute) =
        if child.is_entity_set() { ("EntitySet", "EntityType") } else { ("Singleton", "Type") };
    let element =
        xml.create_element(name).with_attributes([("Name", child.name), (type_attribute, child.ty.edm.name())]);
    if child.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| write_description(xml, child.description)).map(drop)
}

fn write_tag(xml: &mut Xml, term: &str) -> io::Result<()> {
    let term = format!("{CORE}.{term}");
    xml.create_element("Annotation")
        .with_attributes([("Term", term.as_str()), ("Bool", "true")])
        .write_empty()
        .map(drop)
}

fn write_description(xml: &mut Xml, description: &str) -> io::Result<()> {
    if description.is_empty() {
        return Ok(());
    }
    let term = format!("{CORE}.Description");
    let annotation = xml.create_element("Annotation");
    annotation.with_attributes([("Term", term.as_str()), ("String", description)]).write_empty().map(drop)
}
