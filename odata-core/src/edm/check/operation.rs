//! Rules about actions and functions.

use super::{fail, is_stand_in, same_text};
use crate::edm::{EdmType, ModelPath, PrimitiveType, PropertyDescriptor, PropertyType, TypeDescriptor, TypeKind};

/// Checks that a field's type can be the type of a parameter (OData CSDL 4.01 §12.9): unlike that of a property it may
/// be an entity type, and it is not a stream (§3.3).
#[track_caller]
pub const fn parameter_type(parameter: &str, ty: &PropertyType) {
    if matches!(ty.edm, EdmType::Primitive(PrimitiveType::Stream)) && ty.fault.is_none() {
        fail(&[
            "parameter `",
            parameter,
            "` cannot be a stream before OData 4.02; add `#[odata(allow(stream_parameter))]` to the struct to allow it",
        ]);
    }
    parameter_type_or_stream(parameter, ty);
}

/// Like [`parameter_type`], where streams are allowed.
#[track_caller]
pub const fn parameter_type_or_stream(parameter: &str, ty: &PropertyType) {
    if let Some(fault) = ty.fault {
        fail(&["the type of parameter `", parameter, "`: ", fault]);
    }
    if ty.navigation {
        fail(&["parameter `", parameter, "` cannot be a navigation property; use the type in `Nav<..>`"]);
    }
    if ty.is_abstract && !ty.polymorphic {
        fail(&["the type of parameter `", parameter, "` is abstract and has no instances; put `AnyOf<..>` around it"]);
    }
}

/// Checks that a parameter with a default value can be left out.
#[track_caller]
pub const fn default_of_optional(parameter: &str, ty: &PropertyType) {
    if !ty.optional && ty.fault.is_none() {
        fail(&[
            "parameter `",
            parameter,
            "` is never left out, so it cannot have a default value; put `Optional<..>` around its type",
        ]);
    }
}

/// Returns the binding parameter of an operation, with the name that it has unless another one is declared, if it can have
/// that type (OData CSDL 4.01 §12.5).
#[track_caller]
pub const fn binding_parameter(ty: &'static PropertyType) -> PropertyDescriptor {
    if let Some(fault) = ty.fault {
        fail(&["the type of the binding parameter: ", fault]);
    }
    if ty.navigation || ty.optional {
        fail(&["an operation is bound to a type or to a collection; use the type in `Nav<..>` or `Optional<..>`"]);
    }
    if ty.nullable {
        fail(&["an operation is bound to what a URL leads to, which is not null; remove `Option`"]);
    }
    if ty.is_abstract && !ty.polymorphic {
        fail(&["the type of the binding parameter is abstract and has no instances; put `AnyOf<..>` around it"]);
    }
    PropertyDescriptor::of_operation("bindingParameter", "\"bindingParameter\":", ty)
}

/// Returns the value that an operation returns, without facets, if it can have that type (OData CSDL 4.01 §12.8).
#[track_caller]
pub const fn return_value(ty: &'static PropertyType) -> PropertyDescriptor {
    if let Some(fault) = ty.fault {
        fail(&["the type of what is returned: ", fault]);
    }
    if ty.navigation || ty.optional {
        fail(&["an operation returns a value or a collection; use the type in `Nav<..>` or `Optional<..>`"]);
    }
    if let (EdmType::Entity(_), true, true) = (ty.edm, ty.collection, ty.nullable) {
        fail(&["a collection of entities has no null items; remove `Option`"]);
    }
    if ty.is_abstract && !ty.polymorphic {
        fail(&["the type of what is returned is abstract and has no instances; put `AnyOf<..>` around it"]);
    }
    PropertyDescriptor::of_operation("value", "\"value\":", ty)
}

/// Checks that an operation with a path to an entity set is bound to entities (OData CSDL 4.01 §12.6). Where the path has
/// steps, the walk along them refuses what is not structured.
#[track_caller]
pub const fn entity_set_path_binding(binding: &PropertyType, has_steps: bool) {
    match binding.edm {
        EdmType::Entity(_) => {}
        EdmType::Complex(_) => begins_with_entities(),
        _ if has_steps => {}
        _ => begins_with_entities(),
    }
}

#[track_caller]
const fn begins_with_entities() -> ! {
    fail(&["`entity_set_path` begins with entities, and the type that the operation is bound to is not an entity type"])
}

/// Checks a step of a path to an entity set (OData CSDL 4.01 §12.6).
#[track_caller]
pub const fn entity_set_step(path: ModelPath, position: usize) {
    if let Some(step) = path.step(position)
        && step.property.ty.fault.is_none()
        && !step.property.ty.navigation
    {
        fail(&["`entity_set_path` goes along navigation properties only, and `", step.property.name, "` is not one"]);
    }
}

/// Checks that a path to an entity set leads to the type of the entities that are returned, to one that it derives from, or
/// to one that derives from it. That there are such entities is another rule.
#[track_caller]
pub const fn entity_set_end(target: Option<&'static TypeDescriptor>, returned: Option<&'static TypeDescriptor>) {
    let (Some(target), Some(returned)) = (target, returned) else { return };
    if !matches!(returned.kind, TypeKind::Entity) || !matches!(target.kind, TypeKind::Entity) {
        return;
    }
    if !derives_from(target, returned) && !derives_from(returned, target) {
        fail(&["`entity_set_path` leads to `", target.name, "`, and the operation returns `", returned.name, "`"]);
    }
}

/// Returns whether a type is another one or derives from it; also where one of them has faults. Constant code cannot compare
/// addresses.
const fn derives_from(descriptor: &'static TypeDescriptor, other: &'static TypeDescriptor) -> bool {
    let mut next = Some(descriptor);
    while let Some(level) = next {
        if is_stand_in(level) || same_text(level.name, other.name) {
            return true;
        }
        next = level.base;
    }
    is_stand_in(other)
}

/// Checks that an operation with a path to an entity set returns entities (OData CSDL 4.01 §12.6).
#[track_caller]
pub const fn entity_set_path_return(returns: &PropertyType) {
    if !matches!(returns.edm, EdmType::Entity(_)) {
        fail(&["`entity_set_path` leads to the entities that are returned, and the operation returns none; \
             add `#[odata(allow(entity_set_path_without_entity))]` to allow it"]);
    }
}
