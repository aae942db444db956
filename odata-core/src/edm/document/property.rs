//! Structural and navigation properties, and the types of values.

use super::annotations::{described, of_flags};
use crate::{
    csdl::{
        Facets, MaxLength, Navigation, Place, Property, ReferentialConstraint, RustItem, RustNotes, Scale,
        TypeReference, Version,
    },
    edm::{EdmType, PrimitiveType, PropertyDescriptor, TypeDefinition, TypeDescriptor},
};

/// Returns the property at this position among those that a type itself declares.
pub(super) fn property(owner: &TypeDescriptor, own: usize, version: Version) -> Property {
    let (property, index) = (&owner.own[own], usize::from(owner.start) + own);
    let constraints = owner.referential_constraints(index).iter().map(|constraint| ReferentialConstraint {
        property: constraint.property().to_string().into(),
        referenced: constraint.referenced_property().to_string().into(),
        ..ReferentialConstraint::default()
    });
    let navigation = property.ty.navigation.then(|| Navigation {
        contains_target: property.flags.contains_target(),
        partner: owner.partner(index).map(|path| path.to_string().into()),
        constraints: constraints.collect(),
        on_delete: property.flags.on_delete(),
        on_delete_annotations: Vec::new(),
    });
    let notes = RustNotes { exact_type: !property.ty.polymorphic, ..RustNotes::default() };
    let place = Place::Item(RustItem { notes, ..RustItem::new(owner.rust_name).field(property.rust_name) });
    let described = described(property.description, owner.property_annotations(index), place);
    Property {
        name: property.name.into(),
        // A collection of related entities has no `Nullable` (OData CSDL XML 4.01 §8.2).
        ty: type_reference(property, property.ty.navigation, version),
        default: property.default.map(|default| default.text().into()),
        navigation,
        annotations: of_flags(property.flags).chain(described).collect(),
        place,
    }
}

/// Returns the type of a value. A collection of `related` entities does not say that no item is null.
pub(super) fn type_reference(property: &PropertyDescriptor, related: bool, version: Version) -> TypeReference {
    let ty = property.ty;
    let nullable = match (ty.nullable, ty.collection) {
        (_, true) if related => None,
        (false, _) => Some(false),
        // A single value can be null where nothing is said; of items nothing is known then.
        (true, collection) => (collection && version > Version::V4_0).then_some(true),
    };
    TypeReference { name: ty.type_name().into(), collection: ty.collection, nullable, facets: facets(property) }
}

/// Returns the facets of a property.
fn facets(property: &PropertyDescriptor) -> Facets {
    let primitive = match property.ty.edm {
        EdmType::Primitive(primitive) => Some(primitive),
        _ => None,
    };
    let declared = Facets {
        max_length: property.max_length().map(|length| MaxLength::Number(length.into())),
        precision: property.precision().map(u64::from),
        scale: property.scale().map(|digits| Scale::Number(digits.into())),
        unicode: (!property.is_unicode()).then_some(false),
        srid: property.declared_srid(),
    };
    all_digits(primitive, property.ty.definition, declared)
}

/// Returns the facets of a value, without those that its type definition has. Without declared facets all digits that a
/// value can have are allowed, which must be declared: a decimal number has no digits after the point otherwise, and a
/// second has no fraction (OData CSDL 4.01 §7.2.3, §7.2.4).
pub(super) fn all_digits(
    primitive: Option<PrimitiveType>,
    definition: Option<&TypeDefinition>,
    mut declared: Facets,
) -> Facets {
    if primitive.is_some_and(PrimitiveType::is_temporal) {
        declared.precision.get_or_insert(12);
    }
    if primitive == Some(PrimitiveType::Decimal) {
        declared.scale.get_or_insert(Scale::Variable);
    }
    let is_free = |of: fn(&TypeDefinition) -> bool| !definition.is_some_and(of);
    Facets {
        max_length: declared.max_length.filter(|_| is_free(|definition| definition.max_length().is_some())),
        precision: declared.precision.filter(|_| is_free(|definition| definition.precision().is_some())),
        scale: declared.scale.filter(|_| is_free(|definition| definition.scale().is_some())),
        unicode: declared.unicode.filter(|_| is_free(|definition| definition.unicode.is_some())),
        srid: declared.srid.filter(|_| is_free(|definition| definition.srid().is_some())),
    }
}
