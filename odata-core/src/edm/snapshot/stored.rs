//! The part of a document that matters for stored values.

use crate::csdl::{
    Annotation, ContainerChild, Document, Element, Elements, EntityContainer, EnumType, Expression, Facets, Property,
    Schema, StructuredType, normal,
};

/// The term for where values of derived types are accepted.
pub(super) const DERIVED_TYPES: &str = "org.odata_rs.store.v1.DerivedTypes";
/// The term for enumeration types that keep undeclared members.
pub(super) const UNDECLARED_MEMBERS: &str = "org.odata_rs.store.v1.UndeclaredMembers";
/// The term for the type definition of a property, of which the underlying type is what is stored.
pub(super) const DEFINITION: &str = "org.odata_rs.store.v1.Definition";
/// The terms for what stores use properties for.
pub(super) const WORDS: [(&str, &str); 3] = [
    ("org.odata_rs.store.v1.Unique", "unique"),
    ("org.odata_rs.store.v1.Indexed", "indexed"),
    ("org.odata_rs.store.v1.Searchable", "searchable"),
];

/// The namespace of the container in what is compared: a container has no name that matters for values.
pub(super) const CONTAINER_NAMESPACE: &str = "org.odata_rs.store.container";
pub(super) const CONTAINER: &str = "Container";

/// Returns the part of a document that matters for stored values, in one order.
pub(super) fn stored(document: &Document) -> Document {
    let document = normal(document);
    let elements = Elements::of(&document);
    let mut schemas: Vec<_> = document
        .schemas
        .iter()
        .map(|schema| {
            let mut types: Vec<_> = schema.types.iter().map(|ty| structured(ty, &elements)).collect();
            types.sort_by(|one, other| one.name.text.cmp(&other.name.text));
            let mut enums: Vec<_> = schema.enums.iter().map(enumeration).collect();
            enums.sort_by(|one, other| one.name.text.cmp(&other.name.text));
            Schema { namespace: schema.namespace.clone(), types, enums, ..Schema::default() }
        })
        .filter(|schema| !schema.types.is_empty() || !schema.enums.is_empty())
        .collect();
    schemas.sort_by(|one, other| one.namespace.text.cmp(&other.namespace.text));
    let containers = document.schemas.iter().flat_map(|schema| &schema.containers);
    let mut children: Vec<_> = containers.flat_map(|container| &container.children).map(child).collect();
    children.sort_by(|one, other| one.name.text.cmp(&other.name.text));
    let container = EntityContainer { name: CONTAINER.into(), children, ..EntityContainer::default() };
    let namespace = CONTAINER_NAMESPACE.into();
    schemas.push(Schema { namespace, containers: vec![container], ..Schema::default() });
    // Properties have primitive types now where they had type definitions.
    normal(&Document { schemas, version: document.version, ..Document::default() })
}

/// Returns the annotations that are about how values are stored.
fn of_stores(annotations: &[Annotation]) -> Vec<Annotation> {
    let known = [DERIVED_TYPES, UNDECLARED_MEMBERS, DEFINITION].into_iter().chain(WORDS.map(|(term, _)| term));
    let known: Vec<_> = known.collect();
    annotations.iter().filter(|annotation| known.contains(&&*annotation.term.text)).cloned().collect()
}

fn structured(ty: &StructuredType, elements: &Elements<'_>) -> StructuredType {
    let mut properties: Vec<_> = ty.properties.iter().map(|property| stored_property(property, elements)).collect();
    properties.sort_by(|one, other| one.name.text.cmp(&other.name.text));
    StructuredType {
        kind: ty.kind,
        name: ty.name.clone(),
        base: ty.base.clone(),
        is_abstract: ty.is_abstract,
        is_open: ty.is_open,
        has_stream: false,
        key: ty.key.clone().filter(|key| !key.is_empty()),
        properties,
        annotations: Vec::new(),
        place: ty.place,
    }
}

fn stored_property(property: &Property, elements: &Elements<'_>) -> Property {
    let mut stored = Property { annotations: of_stores(&property.annotations), ..property.clone() };
    if let Some(navigation) = &mut stored.navigation {
        navigation.partner = None;
        navigation.constraints.clear();
        navigation.on_delete = None;
        navigation.on_delete_annotations.clear();
    }
    if let Some((_, Element::Definition(definition))) = elements.find(&property.ty.name) {
        stored.ty.name = definition.underlying.clone();
        let (own, facets) = (property.ty.facets, definition.facets);
        stored.ty.facets = Facets {
            max_length: own.max_length.or(facets.max_length),
            precision: own.precision.or(facets.precision),
            scale: own.scale.or(facets.scale),
            unicode: own.unicode.or(facets.unicode),
            srid: own.srid.or(facets.srid),
        };
        stored.annotations.push(Annotation::new(DEFINITION, Expression::string(&property.ty.name.text)));
    }
    stored
}

fn enumeration(ty: &EnumType) -> EnumType {
    let mut members = ty.members.clone();
    for member in &mut members {
        member.annotations.clear();
        if !ty.is_flags {
            // Values are stored by name.
            member.value = 0;
        }
    }
    members.sort_by(|one, other| one.name.text.cmp(&other.name.text));
    EnumType {
        name: ty.name.clone(),
        underlying: None,
        is_flags: ty.is_flags,
        members,
        annotations: of_stores(&ty.annotations),
        place: ty.place,
    }
}

fn child(child: &ContainerChild) -> ContainerChild {
    ContainerChild {
        is_entity_set: child.is_entity_set,
        name: child.name.clone(),
        type_name: child.type_name.clone(),
        annotations: of_stores(&child.annotations),
        place: child.place,
        ..ContainerChild::default()
    }
}

/// Returns the text that an annotation of a property has as its value.
pub(super) fn definition(annotations: &[Annotation]) -> Option<&str> {
    annotations.iter().find(|annotation| annotation.term == DEFINITION)?.value.as_ref()?.as_str()
}
