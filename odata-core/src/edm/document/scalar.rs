//! Enumeration types and type definitions.

use super::{annotations::described, split};
use crate::{
    csdl::{EnumType, Facets, MaxLength, Member, Place, RustItem, Scale, TypeDefinition},
    edm::{self, EnumDescriptor, PrimitiveType},
};

/// Returns an enumeration type, whose members all have their values.
pub(super) fn enumeration(descriptor: &EnumDescriptor) -> EnumType {
    let place = Place::Item(RustItem::new(descriptor.rust_name));
    let members = descriptor.members.iter().enumerate().map(|(position, member)| Member {
        name: member.name.into(),
        value: member.value,
        has_value: true,
        annotations: described(member.description, descriptor.member_annotations(position), place),
        place,
    });
    EnumType {
        name: split(descriptor.name).1.into(),
        underlying: (descriptor.underlying != PrimitiveType::Int32).then(|| descriptor.underlying.name().into()),
        is_flags: descriptor.is_flags,
        members: members.collect(),
        annotations: described(descriptor.description, descriptor.annotations(), place),
        place,
    }
}

/// Returns a type definition with the facets that it declares. What it leaves open is said where it is used.
pub(super) fn definition(definition: &edm::TypeDefinition) -> TypeDefinition {
    let place = Place::Item(RustItem::new(definition.rust_name));
    TypeDefinition {
        name: split(definition.name).1.into(),
        underlying: definition.underlying.name().into(),
        facets: Facets {
            max_length: definition.max_length().map(|length| MaxLength::Number(length.into())),
            precision: definition.precision().map(Into::into),
            scale: definition.scale().map(|digits| Scale::Number(digits.into())),
            unicode: definition.unicode,
            srid: definition.srid(),
        },
        annotations: described(definition.description, definition.annotations(), place),
        place,
    }
}
