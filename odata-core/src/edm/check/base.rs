//! Rules about base types.

use super::{TypeDescriptor, TypeKind, fail, is_stand_in};

/// Checks that a base is of the same kind (OData CSDL 4.01 §6.1, §9.1).
#[track_caller]
pub const fn base_kind(kind: TypeKind, base: &'static TypeDescriptor) {
    match (kind, base.kind) {
        (TypeKind::Entity, TypeKind::Complex) => {
            fail(&["an entity type can only derive from an entity type, and `", base.name, "` is a complex type"]);
        }
        (TypeKind::Complex, TypeKind::Entity) => {
            fail(&["a complex type can only derive from a complex type, and `", base.name, "` is an entity type"]);
        }
        _ => {}
    }
}

/// Checks that an abstract entity type does not derive from a concrete one (OData CSDL 4.01 §6.2).
#[track_caller]
pub const fn abstract_base(owner: &str, base: &'static TypeDescriptor) {
    if !base.is_abstract && !is_stand_in(base) {
        fail(&[
            "abstract type `",
            owner,
            "` cannot derive from `",
            base.name,
            "`, which is not abstract; make that one abstract, or add `#[odata(allow(abstract_from_concrete))]`",
        ]);
    }
}

/// Checks that a media entity type derives from no other type than one (OData CSDL 4.01 §6.4).
#[track_caller]
pub const fn stream_base(owner: &str, base: &'static TypeDescriptor) {
    if !base.has_stream && !is_stand_in(base) {
        fail(&[
            "media entity type `",
            owner,
            "` cannot derive from `",
            base.name,
            "`, which has no stream; move `has_stream` to the type without a base, or add \
             `#[odata(allow(has_stream_below_base))]`",
        ]);
    }
}

/// Checks that a type that derives from an open one is not declared closed (OData CSDL 4.01 §6.3).
#[track_caller]
pub const fn not_closed(owner: &str, base: &'static TypeDescriptor) {
    if base.is_open {
        fail(&["`", owner, "` derives from the open type `", base.name, "` and cannot be closed"]);
    }
}

/// Checks that an open type has only one field for its dynamic properties: its own or an inherited one.
#[track_caller]
pub const fn dynamic_not_inherited(owner: &str, base: &'static TypeDescriptor) {
    if base.is_open {
        fail(&["`", owner, "` needs no field for dynamic properties: its base type `", base.name, "` has one"]);
    }
}

/// Checks that an open type without a field for its dynamic properties inherits one.
#[track_caller]
pub const fn dynamic_inherited(owner: &str, base: &'static TypeDescriptor) {
    if !base.is_open && !is_stand_in(base) {
        fail(&["open type `", owner, "` needs a field `#[odata(dynamic)]` of type `DynamicProperties`"]);
    }
}
