//! What a store records of a model.

use super::stored::{DERIVED_TYPES, UNDECLARED_MEMBERS};
use crate::{
    csdl::{Annotation, Document, Expression, Include, Property, Reference, RustNotes, Schema, Version},
    edm::{Model, document},
};

/// Returns the document of what has values: without operations, terms and the types that only annotations have, and with
/// no annotations but those for stores, which say what CSDL has no words for as well.
///
/// What is left out may be what only XML can say, and a record must be readable whatever the model has.
pub(super) fn record(model: &Model) -> Document {
    let mut record = Document::of(model, Version::V4_01);
    let include = Include { namespace: document::STORE.into(), ..Include::default() };
    let (uri, includes) = (document::STORE_URL.into(), vec![include]);
    record.references = vec![Reference { uri, includes, ..Reference::default() }];
    for schema in &mut record.schemas {
        schema.operations.clear();
        schema.terms.clear();
        schema.external.clear();
        schema.annotations.clear();
        schema.definitions.iter_mut().for_each(|ty| ty.annotations.clear());
        types(schema, model);
        enums(schema, model);
        children(schema, model);
    }
    record
}

fn tag(term: &str) -> Annotation {
    Annotation::new(term, Expression::boolean(true))
}

/// Leaves annotations for stores alone.
fn retain(annotations: &mut Vec<Annotation>) {
    annotations.retain(|annotation| {
        let vocabulary = annotation.term.rsplit_once('.').map_or("", |(vocabulary, _)| vocabulary);
        vocabulary == document::STORE && annotation.qualifier.is_none()
    });
}

fn types(schema: &mut Schema, model: &Model) {
    let namespace = &schema.namespace;
    schema.types.retain(|ty| model.find(&format!("{namespace}.{}", ty.name)).is_some());
    for ty in &mut schema.types {
        ty.annotations.clear();
        ty.properties.iter_mut().for_each(property);
    }
}

fn property(property: &mut Property) {
    retain(&mut property.annotations);
    if let Some(navigation) = &mut property.navigation {
        navigation.on_delete_annotations.clear();
        navigation.constraints.iter_mut().for_each(|constraint| constraint.annotations.clear());
    }
    if property.place.item().is_some_and(|item| !item.notes.has(RustNotes::EXACT_TYPE)) {
        property.annotations.push(tag(DERIVED_TYPES));
    }
}

fn enums(schema: &mut Schema, model: &Model) {
    for ty in &mut schema.enums {
        ty.annotations.clear();
        ty.members.iter_mut().for_each(|member| member.annotations.clear());
        let name = format!("{}.{}", schema.namespace, ty.name);
        if model.enums().iter().any(|descriptor| descriptor.accepts_unknown && descriptor.name == name) {
            ty.annotations.push(tag(UNDECLARED_MEMBERS));
        }
    }
}

fn children(schema: &mut Schema, model: &Model) {
    for container in &mut schema.containers {
        container.imports.clear();
        container.annotations.clear();
        for child in &mut container.children {
            child.annotations.clear();
            let mut polymorphic = model.container().children.iter().filter(|declared| declared.ty.polymorphic);
            if polymorphic.any(|declared| child.name == declared.name) {
                child.annotations.push(tag(DERIVED_TYPES));
            }
        }
    }
}
