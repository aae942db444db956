//! The rules about operations that need a whole model.

use std::collections::{BTreeMap, BTreeSet};

use super::{Model, OperationAllows, OperationDescriptor, OperationKind, PropertyType, faults::fault};
use crate::error::Error;

/// The type of a parameter, as far as it distinguishes overloads.
type TypeKey = (&'static str, bool);

/// Returns the faults of the operations of a model.
pub(super) fn of(model: &Model) -> Vec<Error> {
    let mut faults = Vec::new();
    names(model, &mut faults);
    let mut groups: BTreeMap<(&str, Option<TypeKey>), Vec<&'static OperationDescriptor>> = BTreeMap::new();
    for operation in model.operations() {
        faults.extend(order(operation));
        let binding = operation.binding.as_ref().map(|binding| type_key(binding.ty));
        groups.entry((operation.name(), binding)).or_default().push(operation);
    }
    for operations in groups.values().filter(|operations| operations.len() > 1) {
        overloads(operations, &mut faults);
    }
    faults
}

fn type_key(ty: &PropertyType) -> TypeKey {
    (ty.type_name(), ty.collection)
}

/// Creates a fault of an operation.
fn of_operation(rule: &str, operation: &OperationDescriptor, message: &str) -> Error {
    fault(rule, operation.rust_name(), message, operation.name())
}

/// Checks that no type and no container has the name of an operation (OData CSDL 4.01 §5).
fn names(model: &Model, faults: &mut Vec<Error>) {
    let others: BTreeMap<_, _> = model.names().collect();
    for operation in model.operations() {
        if let Some(other) = others.get(operation.name())
            && !operation.allows.has(OperationAllows::NAME_OF_A_TYPE)
        {
            let name = operation.name();
            let message =
                format!("`{other}` is named `{name}` as well; `allow(name_of_a_type)` on the operation allows it");
            faults.push(of_operation("N6, OData CSDL 4.01 §5", operation, &message));
        }
    }
}

/// Checks that parameters that may be left out come last. The derive sees most cases, but not the type that another
/// name stands for.
fn order(operation: &OperationDescriptor) -> Option<Error> {
    let mut parameters = operation.parameters().iter();
    let optional = parameters.find(|parameter| parameter.ty.optional)?;
    let required = parameters.find(|parameter| !parameter.ty.optional)?;
    let message =
        format!("required parameter `{}` cannot follow optional parameter `{}`", required.name, optional.name);
    Some(of_operation("O10, Core.OptionalParameter", operation, &message))
}

/// Checks operations that have one name and are bound to one type, or are all unbound.
fn overloads(operations: &[&'static OperationDescriptor], faults: &mut Vec<Error>) {
    let of_kind = |kind| operations.iter().copied().filter(move |operation| operation.kind == kind);
    let actions: Vec<_> = of_kind(OperationKind::Action).collect();
    let functions: Vec<_> = of_kind(OperationKind::Function).collect();
    if let ([action, ..], [function, ..]) = (&*actions, &*functions) {
        let allowed = OperationAllows::ACTION_AND_FUNCTION;
        if !action.allows.has(allowed) && !function.allows.has(allowed) {
            let message = format!(
                "`{}` is an action with the same name, {}; `allow(action_and_function)` on one of them allows it",
                action.rust_name(),
                bound_alike(function)
            );
            faults.push(of_operation("N14, OData CSDL 4.01 §5", function, &message));
        }
    }
    if let [first, others @ ..] = &*actions {
        for action in others {
            let message = format!("`{}` is an action with the same name, {}", first.rust_name(), bound_alike(action));
            faults.push(of_operation("O4, OData CSDL 4.01 §12.2", action, &message));
        }
    }
    functions_differ(&functions, faults);
}

/// Says that two operations are bound to the same type, or both are unbound.
fn bound_alike(operation: &OperationDescriptor) -> String {
    match operation.binding {
        Some(binding) => format!("bound to `{}` as well", binding.ty.name()),
        None => "unbound as well".to_owned(),
    }
}

/// Checks overloads of a function (OData CSDL 4.01 §12.4).
fn functions_differ(functions: &[&'static OperationDescriptor], faults: &mut Vec<Error>) {
    let mut names: BTreeMap<BTreeSet<&str>, &str> = BTreeMap::new();
    let mut types: BTreeMap<Vec<TypeKey>, &str> = BTreeMap::new();
    let Some(first) = functions.first() else { return };
    for function in functions {
        let parameters = || function.parameters().iter();
        let by_name = names.insert(parameters().map(|parameter| parameter.name).collect(), function.rust_name());
        let by_type =
            types.insert(parameters().map(|parameter| type_key(parameter.ty)).collect(), function.rust_name());
        let same = match (by_name, by_type) {
            (Some(other), _) => Some((other, "the same names")),
            (None, Some(other)) => Some((other, "the same types in the same order")),
            (None, None) => None,
        };
        if let Some((other, what)) = same {
            let message = format!("the parameters have {what} as those of the overload `{other}`");
            faults.push(of_operation("O5, OData CSDL 4.01 §12.4", function, &message));
        }
        let [returned, expected] = [*function, *first].map(returned);
        if returned != expected {
            let message =
                format!("the function returns `{returned}`, and its overload `{}` `{expected}`", first.rust_name());
            faults.push(of_operation("O6, OData CSDL 4.01 §12.4", function, &message));
        }
    }
}

fn returned(function: &OperationDescriptor) -> String {
    function.returns.as_ref().map_or_else(String::new, |returned| returned.ty.name())
}
