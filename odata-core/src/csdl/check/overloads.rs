//! Overloads of actions and functions.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Operation, Parameter, Place, TypeReference},
    faults::{Faults, hint, other},
    index::Index,
};

/// The term of parameters that may be left out.
const OPTIONAL: &str = "Org.OData.Core.V1.OptionalParameter";

/// A type, as far as it distinguishes overloads.
type TypeKey = (String, bool);

/// Returns the type with a namespace in place of an alias.
fn type_key(index: &Index<'_>, ty: &TypeReference) -> TypeKey {
    (index.elements.qualified(&ty.name).into_owned(), ty.collection)
}

/// An overload with its qualified name.
#[derive(Clone, Copy)]
struct Overload<'d> {
    name: &'d str,
    operation: &'d Operation,
}

/// N14, O4 to O6 and O10: overloads can be distinguished, and optional parameters come last.
pub(super) fn overloads(index: &Index<'_>, faults: &mut Faults) {
    let names: Vec<_> = index
        .document
        .schemas
        .iter()
        .flat_map(|schema| {
            schema.operations.iter().map(move |found| (format!("{}.{}", schema.namespace, found.name), found))
        })
        .collect();
    let mut groups: BTreeMap<(&str, Option<TypeKey>), Vec<Overload<'_>>> = BTreeMap::new();
    for (name, operation) in &names {
        order(index, name, operation, faults);
        let binding = operation.binding().map(|binding| type_key(index, &binding.ty));
        groups.entry((name, binding)).or_default().push(Overload { name, operation });
    }
    for overloads in groups.values().filter(|overloads| overloads.len() > 1) {
        differ(index, overloads, faults);
    }
}

/// Returns whether a parameter may be left out.
fn is_optional(index: &Index<'_>, parameter: &Parameter) -> bool {
    parameter.annotations.iter().any(|annotation| index.elements.qualified(&annotation.term) == OPTIONAL)
}

/// O10: parameters that may be left out come last.
fn order(index: &Index<'_>, name: &str, operation: &Operation, faults: &mut Faults) {
    let mut parameters = operation.parameters.iter();
    let Some(optional) = parameters.find(|parameter| is_optional(index, parameter)) else { return };
    let Some(required) = parameters.find(|parameter| !is_optional(index, parameter)) else { return };
    let message =
        format!("required parameter `{}` cannot follow optional parameter `{}`", required.name, optional.name);
    // The struct is at fault, not one of its fields.
    let place = if operation.place.item().is_some() { operation.place } else { required.place };
    faults.add("O10, Core.OptionalParameter", place, name, message);
}

/// Checks operations that have one name and are bound to one type, or are all unbound.
fn differ(index: &Index<'_>, overloads: &[Overload<'_>], faults: &mut Faults) {
    let (functions, actions): (Vec<_>, Vec<_>) =
        overloads.iter().copied().partition(|overload| overload.operation.is_function);
    if let ([action, ..], [function, ..]) = (&*actions, &*functions) {
        let is_allowed = |place: Place| place.item().is_some_and(|item| item.notes.action_and_function);
        let place = function.operation.place;
        if !is_allowed(action.operation.place) && !is_allowed(place) {
            let message = format!(
                "{} is an action with the same name, {}{}",
                other(action.operation.place, "the one"),
                bound_alike(function.operation),
                hint(place, "; `allow(action_and_function)` on one of them allows it"),
            );
            faults.add("N14, OData CSDL 4.01 §5", place, function.name, message);
        }
    }
    if let [first, others @ ..] = &*actions {
        for action in others {
            let bound = bound_alike(action.operation);
            let first = other(first.operation.place, "the one");
            let message = format!("{first} is an action with the same name, {bound}");
            faults.add("O4, OData CSDL 4.01 §12.2", action.operation.place, action.name, message);
        }
    }
    functions_differ(index, &functions, faults);
}

/// Says that two operations are bound to the same type, or both are unbound.
fn bound_alike(operation: &Operation) -> String {
    match operation.binding() {
        Some(binding) => format!("bound to `{}` as well", binding.ty),
        None => "unbound as well".to_owned(),
    }
}

/// O5 and O6: overloads of a function have different parameters and return the same.
fn functions_differ(index: &Index<'_>, functions: &[Overload<'_>], faults: &mut Faults) {
    let mut names: BTreeMap<BTreeSet<&str>, Place> = BTreeMap::new();
    let mut types: BTreeMap<Vec<TypeKey>, Place> = BTreeMap::new();
    let Some(first) = functions.first() else { return };
    for Overload { name, operation } in functions {
        let parameters = || operation.parameters.iter().skip(usize::from(operation.is_bound));
        let by_name = names.insert(parameters().map(|parameter| &*parameter.name.text).collect(), operation.place);
        let by_type =
            types.insert(parameters().map(|parameter| type_key(index, &parameter.ty)).collect(), operation.place);
        let same = match (by_name, by_type) {
            (Some(place), _) => Some((place, "the same names")),
            (None, Some(place)) => Some((place, "the same types in the same order")),
            (None, None) => None,
        };
        if let Some((place, what)) = same {
            let message = format!("the parameters have {what} as those of {}", overload(place));
            faults.add("O5, OData CSDL 4.01 §12.4", operation.place, *name, message);
        }
        let of = |operation: &Operation| operation.return_type.as_ref().map(|returned| type_key(index, &returned.ty));
        if of(operation) != of(first.operation) {
            let [returned, expected] = [*operation, first.operation].map(returned);
            let message = format!(
                "the function returns `{returned}`, and {} `{expected}`",
                overload(first.operation.place).replacen("the", "its", 1)
            );
            faults.add("O6, OData CSDL 4.01 §12.4", operation.place, *name, message);
        }
    }
}

/// Returns words for another overload.
fn overload(place: Place) -> String {
    match place.item() {
        Some(item) => format!("the overload `{item}`"),
        None => other(place, "the overload"),
    }
}

fn returned(function: &Operation) -> String {
    function.return_type.as_ref().map_or_else(String::new, |returned| returned.ty.to_string())
}
