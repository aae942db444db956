//! What a store records of a model.

use super::stored::{DERIVED_TYPES, UNDECLARED_MEMBERS};
use crate::{
    csdl::{Annotation, Document, Expression, Include, Reference, Version},
    edm::{Model, document},
};

/// Returns the document of a model without its actions and functions, and with what CSDL has no words for as annotations.
pub(super) fn record(model: &Model) -> Document {
    let mut record = Document::of(model, Version::V4_01);
    let tag = |term: &str| Annotation::new(term, Expression::boolean(true));
    for schema in &mut record.schemas {
        // They have no values, and JSON has no place for two things of one name, which a model can allow an operation.
        schema.operations.clear();
        schema.containers.iter_mut().for_each(|container| container.imports.clear());
        for property in schema.types.iter_mut().flat_map(|ty| &mut ty.properties) {
            if property.place.item().is_some_and(|item| !item.notes.exact_type) {
                property.annotations.push(tag(DERIVED_TYPES));
            }
        }
        for ty in &mut schema.enums {
            let name = format!("{}.{}", schema.namespace, ty.name);
            if model.enums().iter().any(|descriptor| descriptor.accepts_unknown && descriptor.name == name) {
                ty.annotations.push(tag(UNDECLARED_MEMBERS));
            }
        }
        for child in schema.containers.iter_mut().flat_map(|container| &mut container.children) {
            let polymorphic = model.container().children.iter().filter(|declared| declared.ty.polymorphic);
            if polymorphic.into_iter().any(|declared| child.name == declared.name) {
                child.annotations.push(tag(DERIVED_TYPES));
            }
        }
    }
    let mut includes = record.references.iter().flat_map(|reference| &reference.includes);
    if !includes.any(|include| include.namespace == document::STORE) {
        let include = Include { namespace: document::STORE.into(), ..Include::default() };
        let (uri, includes) = (document::STORE_URL.into(), vec![include]);
        record.references.push(Reference { uri, includes, ..Reference::default() });
    }
    record
}
