//! Keys that are declared by paths.

use super::{fail, key_type, same_text};
use crate::edm::{EdmType, ModelPath, TypeDescriptor, name_bit, name_hash};

/// Checks a property that a key path goes through (OData CSDL 4.01 §6.5). It is part of the entity, as OData 4.0 has no
/// keys of related entities.
#[track_caller]
pub const fn key_step(path: ModelPath, position: usize) {
    let Some(step) = path.step(position) else { return };
    let (name, ty) = (step.property.name, step.property.ty);
    if ty.fault.is_some() {
        return;
    }
    if ty.navigation {
        fail(&["a key path goes through complex values only, and `", name, "` is a navigation property"]);
    }
    if ty.collection {
        fail(&["a key path leads to a single value, and `", name, "` is a collection"]);
    }
    if ty.nullable {
        fail(&["a key path goes through values that are never null, and `", name, "` is nullable"]);
    }
}

/// Checks a property that a path of an alternate key goes through (`Core.PropertyRef`).
#[track_caller]
pub const fn alternate_key_step(path: ModelPath, position: usize) {
    if let Some(step) = path.step(position)
        && step.property.ty.fault.is_none()
        && step.property.ty.collection
    {
        fail(&["a key path leads to a single value, and `", step.property.name, "` is a collection"]);
    }
}

/// Checks the property that a key path leads to (OData CSDL 4.01 §6.5).
#[track_caller]
pub const fn key_end(path: ModelPath) {
    match path.property() {
        Some(property) => key_type(property.name, property.ty),
        None => fail(&["a key path leads to a property"]),
    }
}

/// Checks the property that a path of an alternate key leads to (`Core.AlternateKeys`). It may be null, as long as no other
/// entity is found by it.
#[track_caller]
pub const fn alternate_key_end(path: ModelPath) {
    let Some(property) = path.property() else { fail(&["a key path leads to a property"]) };
    let ty = property.ty;
    if ty.fault.is_some() {
        return;
    }
    if ty.collection {
        fail(&["a key path leads to a single value, and `", property.name, "` is a collection"]);
    }
    match ty.edm {
        EdmType::Primitive(primitive) if !primitive.can_be_key() => {
            fail(&["`", primitive.name(), "` cannot be the type of `", property.name, "` in an alternate key"]);
        }
        EdmType::Complex(_) | EdmType::Entity(_) => {
            fail(&["an alternate key has single primitive values, and `", property.name, "` is a structured value"]);
        }
        EdmType::Primitive(_) | EdmType::Enum(_) => {}
    }
}

/// Checks that no base type has a property with the alias of a key path (OData CSDL 4.01 §6.5).
#[track_caller]
pub const fn alias_not_inherited(alias: &str, base: &'static TypeDescriptor) {
    let bit = name_bit(name_hash(alias));
    let mut next = Some(base);
    while let Some(level) = next {
        if level.names.properties & bit != 0 {
            let mut at = 0;
            while at < level.own.len() {
                if same_text(level.own[at].name, alias) {
                    fail(&[
                        "alias `",
                        alias,
                        "` is also a property of the base type `",
                        level.name,
                        "`; choose another name",
                    ]);
                }
                at += 1;
            }
        }
        next = level.base;
    }
}
