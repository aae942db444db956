//! The JSON that programs recorded before models were recorded as CSDL documents.

use serde_json::Value;

use super::{
    part::Part,
    stored::{CONTAINER, CONTAINER_NAMESPACE, DEFINITION, DERIVED_TYPES, UNDECLARED_MEMBERS, WORDS, definition},
};
use crate::{
    csdl::{
        Annotation, ContainerChild, Document, Elements, EntityContainer, EnumType, Expression, Facets, MaxLength,
        Member, Navigation, PrimitiveType, Property, PropertyRef, Scale, Schema, StructuredKind, StructuredType,
        TypeReference, Version,
    },
    error::Result,
    geo::Srid,
};

/// The only version of this form.
const VERSION: u64 = 1;

/// Reads it as the document that says the same.
pub(super) fn read(value: &Value) -> Result<Document> {
    let whole = Part { value, path: String::new() };
    let version = whole.member("version")?;
    match version.value.as_u64() {
        Some(VERSION) => {}
        Some(later) => {
            return Err(version.fault(format!("the version is {later}, and {VERSION} is the latest one known")));
        }
        None => return Err(version.fault("a number is expected")),
    }
    let mut document = Document { version: Version::V4_01, ..Document::default() };
    let mut children = Vec::new();
    for (name, of) in whole.member("children")?.entries(child)? {
        children.push(ContainerChild { name: name.into(), ..of });
    }
    for (name, of) in whole.member("types")?.entries(structured)? {
        let (schema, name) = schema(&mut document, &name);
        schema.types.push(StructuredType { name: name.into(), ..of });
    }
    for (name, of) in whole.member("enums")?.entries(enumeration)? {
        let (schema, name) = schema(&mut document, &name);
        schema.enums.push(EnumType { name: name.into(), ..of });
    }
    let container = EntityContainer { name: CONTAINER.into(), children, ..EntityContainer::default() };
    let namespace = CONTAINER_NAMESPACE.into();
    document.schemas.push(Schema { namespace, containers: vec![container], ..Schema::default() });
    Ok(document)
}

/// Returns what was read of this form, with what it does not say as a later model says it: whether text that has a type
/// definition has characters outside of ASCII.
pub(super) fn completed(stored: &Document, later: &Document) -> Document {
    let elements = Elements::of(later);
    let mut completed = stored.clone();
    for schema in &mut completed.schemas {
        for ty in &mut schema.types {
            let later = elements.structured(&format!("{}.{}", schema.namespace, ty.name));
            for property in ty.properties.iter_mut().filter(|property| definition(&property.annotations).is_some()) {
                let later = later.and_then(|ty| elements.property(ty, &property.name));
                if let Some(unicode) = later.map(|later| later.ty.facets.unicode) {
                    property.ty.facets.unicode = unicode;
                }
            }
        }
    }
    completed
}

/// Returns the schema of a qualified name, and the rest of the name.
fn schema<'d, 'n>(document: &'d mut Document, name: &'n str) -> (&'d mut Schema, &'n str) {
    let (namespace, short) = name.rsplit_once('.').unwrap_or(("", name));
    let schemas = &mut document.schemas;
    let at = schemas.iter().position(|schema| schema.namespace == namespace).unwrap_or_else(|| {
        schemas.push(Schema { namespace: namespace.into(), ..Schema::default() });
        schemas.len() - 1
    });
    (&mut document.schemas[at], short)
}

/// Returns the annotation with a term where something is so.
fn tag(term: &str, holds: bool) -> Option<Annotation> {
    holds.then(|| Annotation::new(term, Expression::boolean(true)))
}

fn child(part: &Part<'_>) -> Result<ContainerChild> {
    Ok(ContainerChild {
        is_entity_set: part.flag("entitySet")?,
        type_name: part.member("type")?.text()?.into(),
        annotations: tag(DERIVED_TYPES, part.flag("polymorphic")?).into_iter().collect(),
        ..ContainerChild::default()
    })
}

fn structured(part: &Part<'_>) -> Result<StructuredType> {
    let key = part.optional("key").map(|part| part.texts()).transpose()?;
    let properties = part.member("properties")?.entries(property)?;
    Ok(StructuredType {
        kind: if part.flag("entity")? { StructuredKind::Entity } else { StructuredKind::Complex },
        base: part.optional("base").map(|part| part.text()).transpose()?.map(Into::into),
        is_abstract: part.flag("abstract")?,
        is_open: part.flag("open")?,
        key: key.map(|key| key.iter().map(|part| key_part(part)).collect()),
        properties: properties.into_iter().map(|(name, of)| Property { name: name.into(), ..of }).collect(),
        ..StructuredType::default()
    })
}

/// Reads `path as alias`.
fn key_part(text: &str) -> PropertyRef {
    match text.split_once(" as ") {
        Some((path, alias)) => PropertyRef { path: path.into(), alias: Some(alias.into()) },
        None => PropertyRef { path: text.into(), alias: None },
    }
}

fn property(part: &Part<'_>) -> Result<Property> {
    let name = part.member("type")?.text()?;
    let facets = facets(part, PrimitiveType::from_name(&name))?;
    let mut annotations: Vec<_> = tag(DERIVED_TYPES, part.flag("polymorphic")?).into_iter().collect();
    for (term, word) in WORDS {
        annotations.extend(tag(term, part.flag(word)?));
    }
    if let Some(definition) = part.optional("definition") {
        annotations.push(Annotation::new(DEFINITION, Expression::string(definition.text()?)));
    }
    let contains_target = part.flag("contained")?;
    let navigation = part.flag("navigation")?.then(|| Navigation { contains_target, ..Navigation::default() });
    Ok(Property {
        ty: TypeReference {
            name: name.into(),
            collection: part.flag("collection")?,
            nullable: Some(part.flag("nullable")?),
            facets,
        },
        default: part.optional("default").map(|part| part.text()).transpose()?.map(Into::into),
        navigation,
        annotations,
        ..Property::default()
    })
}

/// Reads the limits of a property. Limits that are left out are the largest that the type has.
fn facets(part: &Part<'_>, ty: Option<PrimitiveType>) -> Result<Facets> {
    let limits = part.optional("facets");
    let limit = |name: &str| -> Result<Option<u64>> {
        let Some(limit) = limits.as_ref().and_then(|limits| limits.optional(name)) else { return Ok(None) };
        limit.value.as_u64().map(Some).ok_or_else(|| limit.fault("a number is expected"))
    };
    let is_temporal = ty.is_some_and(PrimitiveType::is_temporal);
    let is_decimal = ty == Some(PrimitiveType::Decimal);
    Ok(Facets {
        max_length: limit("maxLength")?.map(MaxLength::Number),
        precision: limit("precision")?.or_else(|| is_temporal.then_some(12)),
        scale: limit("scale")?.map(Scale::Number).or_else(|| is_decimal.then_some(Scale::Variable)),
        unicode: part.flag("notUnicode")?.then_some(false),
        srid: part.optional("srid").map(|part| srid(&part)).transpose()?,
    })
}

fn srid(part: &Part<'_>) -> Result<Srid> {
    match &*part.text()? {
        "variable" => Ok(Srid::Variable),
        number => number.parse().map(Srid::Number).map_err(|_| part.fault("a number or `variable` is expected")),
    }
}

fn enumeration(part: &Part<'_>) -> Result<EnumType> {
    let value = |part: &Part<'_>| part.value.as_i64().ok_or_else(|| part.fault("a number is expected"));
    let flags = part.optional("flags").map(|part| part.entries(value)).transpose()?;
    let members = part.member("members")?.texts()?.into_iter().map(|name| Member {
        value: flags.as_ref().and_then(|flags| flags.get(&name).copied()).unwrap_or_default(),
        name: name.into(),
        has_value: true,
        ..Member::default()
    });
    Ok(EnumType {
        is_flags: flags.is_some(),
        members: members.collect(),
        annotations: tag(UNDECLARED_MEMBERS, part.flag("unknown")?).into_iter().collect(),
        ..EnumType::default()
    })
}
