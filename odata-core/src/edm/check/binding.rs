//! Rules about bindings and imports.

use super::{fail, same_text};
use crate::edm::{EdmType, ModelPath, OperationDescriptor, PropertyType, TypeDescriptor};

/// Checks a property that the path of a binding goes through (OData CSDL 4.01 §13.4.1).
#[track_caller]
pub const fn binding_step(path: ModelPath, position: usize) {
    if let Some(step) = path.step(position)
        && step.property.ty.fault.is_none()
        && step.property.ty.navigation
        && !step.property.flags.contains_target()
    {
        fail(&[
            "the path of a binding goes through complex values and contained entities only, and `",
            step.property.name,
            "` does not contain its target",
        ]);
    }
}

/// Checks the property that the path of a binding leads to (OData CSDL 4.01 §13.4.1).
#[track_caller]
pub const fn binding_end(path: ModelPath) {
    let Some(property) = path.property() else { return };
    if property.ty.fault.is_some() {
        return;
    }
    if !property.ty.navigation {
        fail(&["the path of a binding leads to a navigation property, and `", property.name, "` is not one"]);
    }
    if property.flags.contains_target() {
        fail(&["`", property.name, "` is a containment navigation property and cannot be bound"]);
    }
}

/// Checks the entity set or singleton that a path is bound to (OData CSDL 4.01 §13.4.2).
#[track_caller]
pub const fn binding_target(
    path: ModelPath,
    name: &str,
    ty: &PropertyType,
    structured: Option<&'static TypeDescriptor>,
) {
    let Some(property) = path.property() else { return };
    if !property.ty.navigation || property.flags.contains_target() {
        return;
    }
    if property.ty.collection && !ty.collection {
        fail(&["`", property.name, "` is a collection, and `", name, "` is a singleton"]);
    }
    if let (Some(target), Some(structured)) = (path.target(), structured)
        && !are_related(target, structured)
    {
        let (target, structured) = (target.name, structured.name);
        fail(&["`", property.name, "` leads to `", target, "`, and `", name, "` has entities of `", structured, "`"]);
    }
}

/// Checks a property that the path of a target goes through or leads to (OData CSDL 4.01 §13.4.2).
#[track_caller]
pub const fn binding_target_step(path: ModelPath, position: usize) {
    let Some(step) = path.step(position) else { return };
    let (name, ty, contains) = (step.property.name, step.property.ty, step.property.flags.contains_target());
    if ty.fault.is_some() {
        return;
    }
    if ty.navigation && !contains {
        fail(&["a target is an entity set, a singleton or contained entities, and `", name, "` contains none"]);
    }
    let is_last = path.step(position + 1).is_none();
    if is_last && !ty.navigation {
        fail(&["a target has entities, and `", name, "` is not a navigation property"]);
    }
}

/// Checks the contained entities that a path is bound to (OData CSDL 4.01 §13.4.2).
#[track_caller]
pub const fn binding_target_path(path: ModelPath, target: ModelPath) {
    let (Some(property), Some(end)) = (path.property(), target.property()) else { return };
    if !property.ty.navigation || property.flags.contains_target() || !end.ty.navigation {
        return;
    }
    if let (Some(wanted), Some(found)) = (path.target(), target.target())
        && !are_related(wanted, found)
    {
        fail(&["`", property.name, "` leads to `", wanted.name, "`, and `", end.name, "` to `", found.name, "`"]);
    }
}

/// Checks that an operation that a container imports is not bound (OData CSDL 4.01 §13.5, §13.6).
#[track_caller]
pub const fn import_unbound(operation: &OperationDescriptor) {
    if operation.binding.is_some() {
        let (kind, name) = (operation.kind.word(), operation.parameters.name);
        fail(&[kind, " `", name, "` is bound and cannot be imported; it is called on what it is bound to"]);
    }
}

/// Checks the entity set of an import (OData CSDL 4.01 §13.5, §13.6).
#[track_caller]
pub const fn import_entity_set(
    name: &str,
    operation: &OperationDescriptor,
    returned: Option<&'static TypeDescriptor>,
    set: &str,
    structured: Option<&'static TypeDescriptor>,
) {
    let word = operation.kind.word();
    let Some(value) = operation.returns else {
        fail(&["`", name, "` returns nothing, so `entity_set` does not apply to the ", word]);
    };
    let EdmType::Entity(_) = value.ty.edm else {
        fail(&["`", name, "` returns no entities, so `entity_set` does not apply to the ", word]);
    };
    if let (Some(returned), Some(structured)) = (returned, structured)
        && !are_related(returned, structured)
    {
        let (returned, structured) = (returned.name, structured.name);
        fail(&["`", name, "` returns `", returned, "`, and `", set, "` has entities of `", structured, "`"]);
    }
}

/// Checks that a function that the service document lists has no parameters (OData CSDL 4.01 §13.6).
#[track_caller]
pub const fn import_in_service_document(name: &str, operation: &OperationDescriptor) {
    if !operation.parameters.own.is_empty() {
        fail(&["`", name, "` has parameters; a service document lists only functions without any"]);
    }
}

/// Returns whether an entity can be of both types: one is the other or derives from it.
const fn are_related(a: &'static TypeDescriptor, b: &'static TypeDescriptor) -> bool {
    // The descriptor of a type with faults says nothing.
    a.name.is_empty() || b.name.is_empty() || derives_from(a, b) || derives_from(b, a)
}

const fn derives_from(ty: &'static TypeDescriptor, base: &'static TypeDescriptor) -> bool {
    let mut next = Some(ty);
    while let Some(level) = next {
        if same_text(level.name, base.name) && same_text(level.rust_name, base.rust_name) {
            return true;
        }
        next = level.base;
    }
    false
}
