//! Schema rules across types, evaluated by the compiler.
//!
//! The derives write `const _: () = check::rule(..);`, with the span of the token that a fault would be about.
//! `#[track_caller]` makes that token the only position that the compiler shows. The functions compare integers and,
//! after a hit, names, so their cost to the compiler is negligible.

mod base;
mod binding;
mod container;
mod default;
mod enumeration;
mod facets;
mod form;
mod key;
mod navigation;
mod operation;
mod store;

pub use base::{abstract_base, base_kind, dynamic_inherited, dynamic_not_inherited, not_closed, stream_base};
pub use binding::{
    binding_end, binding_step, binding_target, binding_target_path, binding_target_step, import_entity_set,
    import_in_service_document, import_unbound,
};
pub use container::{entity_set_type, named_type, singleton_type};
pub(crate) use default::is_literal;
pub use default::{default_float, default_value};
pub use enumeration::{flag_value, member_value, next_member_value};
pub use facets::{
    default_fits, default_is_ascii, max_length, precision, precision_alone, precision_value, scale, scale_alone, srid,
    underlying_type, unicode,
};
pub use key::{alias_not_inherited, alternate_key_end, alternate_key_step, key_end, key_step};
pub use navigation::{constrained, constraint, containment_partner, no_navigation, partner, single_complex};
pub use operation::{
    binding_parameter, default_of_optional, entity_set_end, entity_set_path_binding, entity_set_path_return,
    entity_set_step, parameter_type, parameter_type_or_stream, return_value,
};
pub use store::{indexed, searchable, unique};

use super::{EdmType, PropertyDescriptor, PropertyType, TypeDescriptor, TypeKind, name_bit, name_hash};

/// Like [`property_type`], for a field that could also hold the base type.
#[track_caller]
pub const fn property_type_or_base(property: &str, ty: &PropertyType) {
    if let (None, false, EdmType::Entity(_)) = (ty.fault, ty.navigation, ty.edm) {
        fail(&[
            "property `",
            property,
            "` has an entity type; put `Nav<..>` around it to relate to it, or add `#[odata(base)]` to derive from it",
        ]);
    }
    property_type(property, ty);
}

/// Checks that a field's type can be the type of a property (OData CSDL 4.01 §7.1, §8.1, §3.4).
#[track_caller]
pub const fn property_type(property: &str, ty: &PropertyType) {
    if let Some(fault) = ty.fault {
        fail(&["the type of property `", property, "`: ", fault]);
    }
    match (ty.navigation, ty.edm) {
        (false, EdmType::Entity(_)) => fail(&[
            "property `",
            property,
            "` has an entity type, which is the type of navigation properties; put `Nav<..>` around it",
        ]),
        (true, EdmType::Entity(_)) | (false, _) => {}
        (true, _) => fail(&["navigation property `", property, "` must lead to an entity type"]),
    }
    if ty.optional {
        fail(&["the type of property `", property, "`: only parameters of actions and functions are `Optional<..>`"]);
    }
    if ty.is_abstract && !ty.polymorphic {
        fail(&["the type of property `", property, "` is abstract and has no instances; put `AnyOf<..>` around it"]);
    }
}

/// Checks that a complex value does not always hold another one of its own type (OData CSDL 4.02 §9.1).
#[track_caller]
pub const fn has_end(without_end: bool, message: &str) {
    if without_end {
        fail(&[message]);
    }
}

/// Checks that no base declares the property already (OData CSDL 4.01 §7, §8), and that its Rust name hides no base's
/// field.
#[track_caller]
pub const fn not_inherited(owner: &TypeDescriptor, own: usize) {
    let property = &owner.own[own];
    let (name, rust_name) = (name_bit(property.hash), name_bit(property.rust_hash));
    let mut next = owner.base;
    while let Some(level) = next {
        if level.names.properties & name != 0 {
            not_declared(owner, property, level);
        }
        if level.names.fields & rust_name != 0 {
            property_not_hidden(property, level);
        }
        next = level.base;
    }
}

/// Checks that no base declares the property already (OData CSDL 4.01 §7, §8).
#[track_caller]
pub const fn name_not_inherited(owner: &TypeDescriptor, own: usize) {
    let property = &owner.own[own];
    let bit = name_bit(property.hash);
    let mut next = owner.base;
    while let Some(level) = next {
        if level.names.properties & bit != 0 {
            not_declared(owner, property, level);
        }
        next = level.base;
    }
}

/// Checks that the Rust name of a property hides no base's field.
#[track_caller]
pub const fn field_not_hidden(owner: &TypeDescriptor, own: usize) {
    let property = &owner.own[own];
    let bit = name_bit(property.rust_hash);
    let mut next = owner.base;
    while let Some(level) = next {
        if level.names.fields & bit != 0 {
            property_not_hidden(property, level);
        }
        next = level.base;
    }
}

/// Checks that a field that is not a property hides no base's field.
#[track_caller]
pub const fn other_field_not_hidden(field: &str, base: &'static TypeDescriptor) {
    let bit = name_bit(name_hash(field));
    let mut next = Some(base);
    while let Some(level) = next {
        if level.names.fields & bit != 0 && has_field(level, field, 0) {
            hidden(field, level, "rename it");
        }
        next = level.base;
    }
}

/// Checks the same for the field that holds the base. It may have the name of the base's own such field: both are
/// called `base`.
#[track_caller]
pub const fn base_field_not_hidden(field: &str, base: &'static TypeDescriptor) {
    let bit = name_bit(name_hash(field));
    let mut next = Some(base);
    while let Some(level) = next {
        if level.names.fields & bit != 0 && has_field(level, field, level.base.is_some() as usize) {
            hidden(field, level, "rename it");
        }
        next = level.base;
    }
}

/// Checks that this level does not declare the property as well.
#[track_caller]
const fn not_declared(owner: &TypeDescriptor, property: &PropertyDescriptor, level: &TypeDescriptor) {
    let mut at = 0;
    while at < level.own.len() {
        if level.own[at].hash == property.hash && same_text(level.own[at].name, property.name) {
            fail(&[
                "property `",
                property.name,
                "` of `",
                owner.name,
                "` is already declared by its base type `",
                level.name,
                "`",
            ]);
        }
        at += 1;
    }
}

/// Checks that this level has no field with the Rust name of the property.
#[track_caller]
const fn property_not_hidden(property: &PropertyDescriptor, level: &TypeDescriptor) {
    if has_field(level, property.rust_name, 0) {
        hidden(property.rust_name, level, "rename it and keep the property's name with `#[odata(name = \"..\")]`");
    }
}

/// Returns whether this level has a field with the name, where fields that are not properties count from `first` on.
const fn has_field(level: &TypeDescriptor, name: &str, first: usize) -> bool {
    let mut at = 0;
    while at < level.own.len() {
        if same_text(level.own[at].rust_name, name) {
            return true;
        }
        at += 1;
    }
    let mut other = first;
    while other < level.other_fields.len() {
        if same_text(level.other_fields[other], name) {
            return true;
        }
        other += 1;
    }
    false
}

#[track_caller]
const fn hidden(field: &str, level: &TypeDescriptor, remedy: &str) -> ! {
    fail(&["field `", field, "` hides the field of that name in the base type `", level.name, "`; ", remedy])
}

/// Checks the type of a key property (OData CSDL 4.01 §6.5).
#[track_caller]
pub const fn key_type(property: &str, ty: &PropertyType) {
    if ty.fault.is_some() {
        return;
    }
    if ty.navigation {
        fail(&["navigation property `", property, "` cannot be a key property"]);
    }
    if ty.nullable {
        fail(&["key property `", property, "` cannot be nullable; remove `Option`"]);
    }
    if ty.collection {
        fail(&["key property `", property, "` cannot be a collection"]);
    }
    match ty.edm {
        EdmType::Primitive(primitive) if !primitive.can_be_key() => {
            fail(&["`", primitive.name(), "` cannot be the type of key property `", property, "`"]);
        }
        EdmType::Complex(_) => fail(&["a complex type cannot be the type of key property `", property, "`"]),
        EdmType::Primitive(_) | EdmType::Enum(_) | EdmType::Entity(_) => {}
    }
}

/// Checks that no base declares a key already (OData CSDL 4.01 §6.5).
#[track_caller]
pub const fn key_not_inherited(owner: &str, base: &'static TypeDescriptor) {
    let mut next = Some(base);
    while let Some(level) = next {
        if has_own_key(level) {
            fail(&["`", owner, "` cannot declare a key: its base type `", level.name, "` already declares one"]);
        }
        next = level.base;
    }
}

/// Checks that `Core.Computed` and `Core.Immutable` are on structural properties (their `AppliesTo`).
#[track_caller]
pub const fn structural(word: &str, property: &str, ty: &PropertyType) {
    if let (true, None, EdmType::Entity(_)) = (ty.navigation, ty.fault, ty.edm) {
        fail(&["`", word, "` applies only to structural properties, and `", property, "` is a navigation property"]);
    }
}

/// Checks that what only navigation properties have is on one (OData CSDL 4.01 §8.3 to §8.6).
#[track_caller]
pub const fn navigation(word: &str, property: &str, ty: &PropertyType) {
    if !ty.navigation && !matches!(ty.edm, EdmType::Entity(_)) {
        fail(&[
            "`",
            word,
            "` applies only to navigation properties, and the type of `",
            property,
            "` is not `Nav<..>`",
        ]);
    }
}

/// Returns whether this is the descriptor of a type with faults, without a name and properties, from which nothing
/// follows.
const fn is_stand_in(descriptor: &TypeDescriptor) -> bool {
    descriptor.name.is_empty()
}

const fn has_own_key(level: &TypeDescriptor) -> bool {
    if let Some(facts) = level.facts
        && !facts.key.is_empty()
    {
        return true;
    }
    let mut at = 0;
    while at < level.own.len() {
        if level.own[at].flags.is_key() {
            return true;
        }
        at += 1;
    }
    false
}

const fn has_key(descriptor: &'static TypeDescriptor) -> bool {
    let mut next = Some(descriptor);
    while let Some(level) = next {
        if has_own_key(level) || is_stand_in(level) {
            return true;
        }
        next = level.base;
    }
    false
}

/// Returns whether a type is another one, or derives from it.
const fn derives(ty: &'static TypeDescriptor, other: &TypeDescriptor) -> bool {
    let mut next = Some(ty);
    while let Some(level) = next {
        if same_text(level.name, other.name) && same_text(level.rust_name, other.rust_name) {
            return true;
        }
        next = level.base;
    }
    false
}

pub(crate) const fn same_text(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}

const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Ends the evaluation with a message. A constant panic takes one text, so the parts are concatenated by hand.
#[track_caller]
pub(crate) const fn fail(parts: &[&str]) -> ! {
    let mut text = [0_u8; 1024];
    let mut length = 0;
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() && length < text.len() {
            text[length] = bytes[at];
            length += 1;
            at += 1;
        }
        part += 1;
    }
    match std::str::from_utf8(text.split_at(length).0) {
        Ok(message) => panic!("{}", message),
        Err(_) => panic!("a schema rule is broken; the message about it is too long"),
    }
}
