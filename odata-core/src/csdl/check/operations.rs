//! Actions and functions (OData CSDL 4.01 §12).

use super::{
    super::{Name, Operation, PrimitiveType},
    facets::facets,
    faults::{Faults, is_proven, place_of},
    index::{Found, Index},
    types::{Use, type_of_value},
};

/// O1 to O3, O7, O8 and O11: what an operation takes and returns.
pub(super) fn operations(index: &Index<'_>, faults: &mut Faults) {
    for schema in &index.document.schemas {
        for operation in &schema.operations {
            let target = format!("{}.{}", schema.namespace, operation.name);
            one(index, &target, operation, faults);
        }
    }
}

fn one(index: &Index<'_>, name: &str, operation: &Operation, faults: &mut Faults) {
    let place = operation.place;
    if operation.is_function && operation.return_type.is_none() {
        faults.add("O1, OData CSDL 4.01 §12.3", place, name, "a function returns something; an action need not");
    }
    if operation.is_bound && operation.parameters.is_empty() {
        let message = "a bound operation has a parameter that it is bound to";
        faults.add("O2, OData CSDL 4.01 §12.9", place, name, message);
    }
    if operation.is_composable && !operation.is_function {
        faults.add("O8, OData CSDL 4.01 §12.7", place, name, "an action cannot be composable");
    }
    for (position, parameter) in operation.parameters.iter().enumerate() {
        let target = || format!("{name}/{}", parameter.name);
        let at: (_, &dyn Fn() -> String) = (parameter.place, &target);
        let Some(found) = type_of_value(index, &parameter.ty, Use::Operation, at, faults) else { continue };
        facets(index, found, &parameter.ty.facets, at, faults);
        let is_binding = operation.is_bound && position == 0;
        let is_stream = matches!(found, Found::Primitive(PrimitiveType::Stream));
        if is_stream && !is_binding && !is_proven(parameter.place) {
            let message = format!("parameter `{}` cannot be a stream", parameter.name);
            faults.add("O11, OData CSDL 4.01 §3.3", parameter.place, target(), message);
        }
    }
    if let Some(returned) = &operation.return_type {
        let target = || format!("{name}/$ReturnType");
        let at: (_, &dyn Fn() -> String) = (returned.place, &target);
        if let Some(found) = type_of_value(index, &returned.ty, Use::Operation, at, faults) {
            facets(index, found, &returned.ty.facets, at, faults);
        }
    }
    if let Some(path) = &operation.entity_set_path
        && let Some(message) = path_fault(index, operation, path)
    {
        faults.add("O7, OData CSDL 4.01 §12.6", place_of(path, place), name, message);
    }
}

/// O7: the path to the entity set begins with the binding parameter, goes along navigation properties and leads to the
/// entities that are returned.
fn path_fault(index: &Index<'_>, operation: &Operation, path: &Name) -> Option<String> {
    let Some(binding) = operation.binding() else {
        return Some("`EntitySetPath` begins with the binding parameter, and the operation is not bound".to_owned());
    };
    let (first, steps) = path.split_once('/').map_or((&*path.text, None), |(first, steps)| (first, Some(steps)));
    if binding.name != *first {
        return Some(format!(
            "`EntitySetPath` begins with the binding parameter `{}`, not with `{first}`",
            binding.name
        ));
    }
    let root = match index.find(&binding.ty.name) {
        Found::Structured(id) if !index.is_complex(id) => id,
        Found::Abstract("Edm.EntityType") | Found::Foreign | Found::Missing => return None,
        _ => return Some(format!("`EntitySetPath` begins with entities, and `{}` is no entity type", binding.ty.name)),
    };
    let end = match steps {
        None => Some(root),
        Some(steps) => {
            let walk = index.walk(root, steps);
            if let Some(stop) = walk.stop {
                return index.stop_message(stop);
            }
            if let Some((_, step)) = walk.steps.iter().find(|(_, step)| step.navigation.is_none()) {
                return Some(format!("`EntitySetPath` goes along navigation properties, and `{}` is none", step.name));
            }
            walk.ty
        }
    };
    let returned = operation.return_type.as_ref().map(|returned| index.find(&returned.ty.name));
    match (returned, end) {
        (Some(Found::Structured(returned)), Some(end)) if !index.is_complex(returned) => {
            let is_known = index.levels[returned].complete && index.levels[end].complete;
            (is_known && !index.are_related(returned, end)).then(|| {
                let (end, returned) = (index.name(end), index.name(returned));
                format!("`EntitySetPath` leads to `{end}`, and the operation returns `{returned}`")
            })
        }
        (Some(Found::Abstract("Edm.EntityType") | Found::Foreign | Found::Missing), _) => None,
        (Some(Found::Structured(returned)), None) if !index.is_complex(returned) => None,
        _ if is_proven(operation.place) => None,
        _ => Some("`EntitySetPath` leads to the entities that are returned, and the operation returns none".to_owned()),
    }
}
