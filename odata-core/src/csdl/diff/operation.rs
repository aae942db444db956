//! Actions and functions with their overloads.

use super::{
    super::{Annotation, Document, Name, Operation, Parameter},
    Aspect, Change, Clients, Flag, Found, Part,
    annotations::Annotated,
    detail,
    elements::qualified,
    flag, pairs, type_reference,
};

/// An overload with its qualified name.
type Overload<'d> = (String, &'d Operation);

fn overloads(document: &Document) -> impl Iterator<Item = Overload<'_>> {
    document.schemas.iter().flat_map(|schema| {
        schema.operations.iter().map(|operation| (qualified(&schema.namespace, &operation.name), operation))
    })
}

/// Returns the path of an overload (OData CSDL 4.01 §14.2.2).
pub(super) fn target((name, operation): &Overload<'_>) -> String {
    // The name and what it is bound to are enough for an action.
    let named = if operation.is_function { operation.parameters.len() } else { usize::from(operation.is_bound) };
    let parameters = operation.parameters.iter().take(named);
    let types: Vec<_> = parameters.map(|parameter| parameter.ty.to_string()).collect();
    format!("{name}({})", types.join(","))
}

fn part(operation: &Operation) -> Part {
    if operation.is_function { Part::Function } else { Part::Action }
}

/// Compares the actions and functions of two documents. An overload is paired with one that has the same path, else with
/// one of the same kind that is bound to the same type and has the most parameters in common.
pub(super) fn compare(old: &Document, new: &Document, annotated: &Annotated<'_>, found: &mut Found) {
    let mut left: Vec<_> = overloads(new).collect();
    let mut removed = Vec::new();
    for overload in overloads(old) {
        let path = target(&overload);
        match left.iter().position(|other| part(other.1) == part(overload.1) && target(other) == path) {
            Some(same) => compare_overloads(&path, overload.1, &left.swap_remove(same), annotated, found),
            None => removed.push(overload),
        }
    }
    for overload in removed {
        let path = target(&overload);
        let alike = (0..left.len()).filter(|at| {
            let (name, other) = &left[*at];
            *name == overload.0 && are_alike(overload.1, other)
        });
        match alike.max_by_key(|at| (in_common(overload.1, left[*at].1), std::cmp::Reverse(*at))) {
            Some(alike) => compare_overloads(&path, overload.1, &left.swap_remove(alike), annotated, found),
            None => found.removed(&path, part(overload.1), overload.1.place),
        }
    }
    for overload in left {
        found.added(&target(&overload), part(overload.1), overload.1.place, Clients::Safe);
    }
}

/// Returns whether two overloads are of one kind and bound to one type.
fn are_alike(old: &Operation, new: &Operation) -> bool {
    let binding = |operation: &Operation| operation.binding().map(|parameter| parameter.ty.to_string());
    old.is_function == new.is_function && binding(old) == binding(new)
}

fn in_common(old: &Operation, new: &Operation) -> usize {
    old.parameters.iter().filter(|old| new.parameters.iter().any(|new| new.name == old.name)).count()
}

fn compare_overloads(
    path: &str,
    old: &Operation,
    overload: &Overload<'_>,
    annotated: &Annotated<'_>,
    found: &mut Found,
) {
    let new = overload.1;
    let places = (old.place, new.place);
    let names = |operation: &Operation, others: &Operation| -> Vec<String> {
        let has = |name: &Name| others.parameters.iter().any(|other| other.name == *name);
        operation.parameters.iter().filter(|own| has(&own.name)).map(|own| own.name.text.clone()).collect()
    };
    let (old_names, new_names) = (names(old, new), names(new, old));
    let order =
        (old_names != new_names).then_some(Change::List { aspect: Aspect::Parameters, old: old_names, new: new_names });
    let own = flag(Flag::Composable, old.is_composable, new.is_composable)
        .into_iter()
        .chain(detail(Aspect::EntitySetPath, old.entity_set_path.as_ref(), new.entity_set_path.as_ref()))
        .chain(order);
    own.for_each(|change| found.change(path, change, places, Clients::Break));
    for (name, pair) in pairs(&old.parameters, &new.parameters, |parameter| &*parameter.name.text) {
        let target = format!("{path}/{name}");
        match pair {
            (Some(old), Some(new)) => {
                for change in type_reference::changes(Aspect::Type, &old.ty, &new.ty) {
                    found.change(&target, change, (old.place, new.place), Clients::Break);
                }
            }
            (Some(old), None) => found.removed(&target, Part::Parameter, old.place),
            (None, Some(added)) => {
                let new_target = format!("{}/{name}", self::target(overload));
                let is_optional = annotated.has(&new_target, "Org.OData.Core.V1.OptionalParameter");
                let clients = Clients::safe_if(is_safe_addition(old, new, added, is_optional));
                found.added(&target, Part::Parameter, added.place, clients);
            }
            (None, None) => {}
        }
    }
    let target = format!("{path}/$ReturnType");
    match (&old.return_type, &new.return_type) {
        (Some(old), Some(new)) => {
            for change in type_reference::changes(Aspect::Type, &old.ty, &new.ty) {
                found.change(&target, change, (old.place, new.place), Clients::Break);
            }
        }
        (Some(old), None) => found.removed(&target, Part::ReturnType, old.place),
        (None, Some(new)) => found.added(&target, Part::ReturnType, new.place, Clients::Break),
        (None, None) => {}
    }
}

/// Returns whether a new parameter is after all that were there, and can be left out (OData Protocol 4.01 §5.2).
fn is_safe_addition(old: &Operation, new: &Operation, added: &Parameter, is_optional: bool) -> bool {
    let position = new.parameters.iter().position(|parameter| parameter.name == added.name).unwrap_or_default();
    let after_all =
        new.parameters[position..].iter().all(|parameter| old.parameters.iter().all(|old| old.name != parameter.name));
    after_all && (is_optional || !new.is_function && !added.ty.collection && added.ty.is_nullable())
}

/// Adds the annotations of actions and functions by their targets.
pub(super) fn annotated<'d>(document: &'d Document, add: &mut dyn FnMut(String, &'d [Annotation])) {
    for overload in overloads(document) {
        let path = target(&overload);
        let operation = overload.1;
        add(path.clone(), &operation.annotations);
        for parameter in &operation.parameters {
            add(format!("{path}/{}", parameter.name), &parameter.annotations);
        }
        if let Some(returns) = &operation.return_type {
            add(format!("{path}/$ReturnType"), &returns.annotations);
        }
    }
}

/// Returns the overloads that a target names: all of a name where it has no parentheses.
pub(super) fn targets(document: &Document, target: &str) -> Vec<String> {
    let (first, rest) = target.split_at(target.find(['/', '(']).unwrap_or(target.len()));
    if rest.starts_with('(') {
        return vec![target.to_owned()];
    }
    let of_name = overloads(document).filter(|(name, _)| name == first);
    let paths: Vec<_> = of_name.map(|overload| format!("{}{rest}", self::target(&overload))).collect();
    if paths.is_empty() { vec![target.to_owned()] } else { paths }
}
