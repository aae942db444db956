//! Entity types and complex types.

use super::{
    annotations::{alternate_keys, described},
    property::property,
};
use crate::{
    csdl::{Place, PropertyRef, RustItem, StructuredKind, StructuredType, Version},
    edm::{EdmType, PrimitiveType, PropertyDescriptor, TypeDescriptor, TypeKind},
};

pub(super) fn structured(descriptor: &TypeDescriptor, version: Version) -> StructuredType {
    let key: Vec<_> = descriptor
        .own_key()
        .map(|part| PropertyRef { path: part.to_string().into(), alias: part.is_nested().then(|| part.name().into()) })
        .collect();
    let shown = (0..descriptor.own.len()).filter(|own| is_of(&descriptor.own[*own], version));
    let place = Place::Item(RustItem::new(descriptor.rust_name));
    let others = described(descriptor.description, descriptor.annotations(), place);
    StructuredType {
        kind: match descriptor.kind {
            TypeKind::Entity => StructuredKind::Entity,
            TypeKind::Complex | TypeKind::Operation => StructuredKind::Complex,
        },
        name: descriptor.short_name().into(),
        base: descriptor.base.map(|base| base.name.into()),
        is_abstract: descriptor.is_abstract,
        is_open: descriptor.is_open,
        has_stream: descriptor.has_stream,
        key: (!key.is_empty()).then_some(key),
        properties: shown.map(|own| property(descriptor, own, version)).collect(),
        annotations: alternate_keys(descriptor).into_iter().chain(others).collect(),
        place,
    }
}

/// Returns whether a document of this version can have the property (OData CSDL 4.01 §17). Clients have to expect
/// members that are not declared.
fn is_of(property: &PropertyDescriptor, version: Version) -> bool {
    version > Version::V4_0 || !matches!(property.ty.edm, EdmType::Primitive(PrimitiveType::Untyped))
}
