//! Navigation property bindings (OData CSDL 4.01 §13.4).

use std::collections::HashSet;

use super::{
    super::{ContainerChild, Name, NavigationPropertyBinding, Property},
    container::Contents,
    faults::{Faults, place_of},
    index::Index,
};

/// C4 to C6: the bindings of an entity set or singleton.
pub(super) fn bindings(index: &Index<'_>, contents: &Contents<'_>, child: &ContainerChild, faults: &mut Faults) {
    let mut paths = HashSet::new();
    for binding in &child.bindings {
        let mut add = |rule, name: &Name, message| {
            faults.add(rule, place_of(name, child.place), contents.target(&child.name), message);
        };
        if !paths.insert(&*binding.path.text) {
            let message = format!("`{}` is bound twice", binding.path);
            add("C5, OData CSDL 4.01 §13.4.1", &binding.path, message);
            continue;
        }
        let Some(root) = index.structured(&child.type_name) else { continue };
        match bound(index, root, &binding.path) {
            Err(message) => add("C4, OData CSDL 4.01 §13.4.1", &binding.path, message),
            Ok(bound) => {
                if let Some(message) = target_fault(index, contents, binding, bound) {
                    add("C6, OData CSDL 4.01 §13.4.2", &binding.target, message);
                }
            }
        }
    }
}

/// A navigation property that is bound, with the type of the related entities.
type Bound<'d> = Option<(&'d Property, Option<usize>)>;

fn contains(property: &Property) -> bool {
    property.navigation.as_ref().is_some_and(|navigation| navigation.contains_target)
}

/// C4: returns the navigation property that a path leads to, if it is known, or what is wrong with the path.
fn bound<'d>(index: &Index<'d>, root: usize, path: &str) -> Result<Bound<'d>, String> {
    let walk = index.walk(root, path);
    if let Some(message) = walk.stop.and_then(|stop| index.stop_message(stop)) {
        return Err(message);
    }
    let before = if walk.stop.is_some() { walk.steps.len() } else { walk.steps.len().saturating_sub(1) };
    let mut through = walk.steps[..before].iter().map(|(_, step)| *step);
    if let Some(step) = through.find(|step| step.navigation.is_some() && !contains(step)) {
        let message = "the path of a binding goes through complex values and contained entities only, and";
        return Err(format!("{message} `{}` does not contain its target", step.name));
    }
    match walk.end() {
        None if walk.stop.is_some() => Ok(None),
        None => Err("the path of a binding leads to a navigation property".to_owned()),
        Some((_, last)) if last.navigation.is_none() => {
            Err(format!("the path of a binding leads to a navigation property, and `{}` is not one", last.name))
        }
        Some((_, last)) if contains(last) => {
            Err(format!("`{}` is a containment navigation property and cannot be bound", last.name))
        }
        Some((_, last)) => Ok(Some((last, walk.ty))),
    }
}

/// C6: the target of a binding is an entity set, a singleton or contained entities, of a type that fits.
fn target_fault(
    index: &Index<'_>,
    contents: &Contents<'_>,
    binding: &NavigationPropertyBinding,
    bound: Bound<'_>,
) -> Option<String> {
    let target = &*binding.target.text;
    let mut path = target;
    if let Some((first, rest)) = target.split_once('/')
        && first.contains('.')
    {
        if index.elements.qualified(first) != *contents.name {
            // Another container has it.
            return None;
        }
        path = rest;
    }
    let (name, within) = path.split_once('/').map_or((path, None), |(name, within)| (name, Some(within)));
    let Some(child) = contents.child(name) else { return contents.no_child(name) };
    let mut found = index.structured(&child.type_name)?;
    let mut is_single = !child.is_entity_set;
    if let Some(within) = within {
        let walk = index.walk(found, within);
        if let Some(stop) = walk.stop {
            return index.stop_message(stop);
        }
        if let Some((_, step)) = walk.steps.iter().find(|(_, step)| step.navigation.is_some() && !contains(step)) {
            let message = "a target is an entity set, a singleton or contained entities, and";
            return Some(format!("{message} `{}` contains none", step.name));
        }
        let last = walk.end().map(|(_, last)| last).filter(|last| last.navigation.is_some());
        let Some(last) = last else { return Some(format!("a target has entities, and `{target}` leads to none")) };
        is_single = !last.ty.collection;
        found = walk.ty?;
    }
    let (property, wanted) = bound?;
    if property.ty.collection && is_single && within.is_none() {
        return Some(format!("`{}` is a collection, and `{name}` is a singleton", property.name));
    }
    let wanted = wanted?;
    let is_known = index.levels[wanted].complete && index.levels[found].complete;
    (is_known && !index.are_related(wanted, found)).then(|| {
        let (wanted, found) = (index.name(wanted), index.name(found));
        format!("`{}` leads to `{wanted}`, and `{target}` has entities of `{found}`", property.name)
    })
}
