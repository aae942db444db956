//! Entity containers: sets, singletons, bindings and imports.

use super::{
    super::{
        Annotation, ContainerChild, Document, Elements, EntityContainer, Name, NavigationPropertyBinding,
        OperationImport,
    },
    Aspect, Change, Clients, Flag, Found, Part, detail,
    elements::qualified,
    flag, pairs,
};

/// Returns the containers of a document by their qualified names.
fn containers(document: &Document) -> Vec<(String, &EntityContainer)> {
    let containers = document.schemas.iter().flat_map(|schema| {
        schema.containers.iter().map(|container| (qualified(&schema.namespace, &container.name), container))
    });
    containers.collect()
}

/// Compares the containers of two documents. The only one of a document is compared with the only one of the other,
/// whatever their names are.
pub(super) fn compare(old: &Document, new: &Document, found: &mut Found) {
    let elements = Elements::of(old);
    let (old, new) = (containers(old), containers(new));
    if let ([(old_name, old)], [(new_name, new)]) = (&*old, &*new) {
        return compare_containers((old_name, old), (new_name, new), &elements, found);
    }
    for (_, pair) in pairs(&old, &new, |(name, _)| name) {
        match pair {
            (Some((name, old)), Some((_, new))) => compare_containers((name, old), (name, new), &elements, found),
            (Some((name, old)), None) => found.removed(name, Part::Container, old.place),
            (None, Some((name, new))) => found.added(name, Part::Container, new.place, Clients::Safe),
            (None, None) => {}
        }
    }
}

fn compare_containers(
    (name, old): (&str, &EntityContainer),
    (new_name, new): (&str, &EntityContainer),
    elements: &Elements<'_>,
    found: &mut Found,
) {
    let renamed = (name != new_name).then(|| Change::Detail {
        aspect: Aspect::Name,
        old: Some(name.to_owned()),
        new: Some(new_name.to_owned()),
    });
    let own = renamed.into_iter().chain(detail(Aspect::Extends, old.extends.as_ref(), new.extends.as_ref()));
    own.for_each(|change| found.change(name, change, (old.place, new.place), Clients::Break));
    for (child, pair) in pairs(&old.children, &new.children, |child| &*child.name.text) {
        let target = format!("{name}/{child}");
        match pair {
            (Some(old), Some(new)) => compare_children(&target, old, new, elements, found),
            (Some(old), None) => found.removed(&target, child_part(old), old.place),
            (None, Some(new)) => found.added(&target, child_part(new), new.place, Clients::Safe),
            (None, None) => {}
        }
    }
    for (import, pair) in pairs(&old.imports, &new.imports, |import| &*import.name.text) {
        let target = format!("{name}/{import}");
        match pair {
            (Some(old), Some(new)) => compare_imports(&target, old, new, found),
            (Some(old), None) => found.removed(&target, import_part(old), old.place),
            (None, Some(new)) => found.added(&target, import_part(new), new.place, Clients::Safe),
            (None, None) => {}
        }
    }
}

const fn child_part(child: &ContainerChild) -> Part {
    if child.is_entity_set { Part::EntitySet } else { Part::Singleton }
}

const fn import_part(import: &OperationImport) -> Part {
    if import.is_function { Part::FunctionImport } else { Part::ActionImport }
}

fn compare_children(
    target: &str,
    old: &ContainerChild,
    new: &ContainerChild,
    elements: &Elements<'_>,
    found: &mut Found,
) {
    let places = (old.place, new.place);
    if old.is_entity_set != new.is_entity_set {
        let change = Change::Kind { old: child_part(old), new: child_part(new) };
        return found.change(target, change, places, Clients::Break);
    }
    let listed = |child: &ContainerChild| child.in_service_document.unwrap_or(true);
    let own = detail(Aspect::Type, Some(&old.type_name), Some(&new.type_name))
        .into_iter()
        .chain(flag(Flag::Nullable, old.nullable, new.nullable))
        .chain(flag(Flag::InServiceDocument, listed(old), listed(new)));
    own.for_each(|change| found.change(target, change, places, Clients::Break));
    for (path, (old_binding, new_binding)) in pairs(&old.bindings, &new.bindings, |binding| &*binding.path.text) {
        let target_of = |binding: Option<&'_ NavigationPropertyBinding>| binding.map(|binding| binding.target.clone());
        let (old_target, new_target) = (target_of(old_binding), target_of(new_binding));
        if old_target != new_target {
            let place = |target: &Option<Name>| target.as_ref().map(|target| target.place).unwrap_or_default();
            let places = (place(&old_target), place(&new_target));
            // That of a new navigation property is a part of the addition.
            let is_new = !has_path(elements, &old.type_name, path);
            let clients = Clients::safe_if(old_target.is_none() && is_new);
            let text = |target: Option<Name>| target.map(|target| target.text);
            let change = Change::Binding { path: path.to_owned(), old: text(old_target), new: text(new_target) };
            found.change(target, change, places, clients);
        }
    }
}

/// Returns whether a document has all that a path goes along.
fn has_path(elements: &Elements<'_>, type_name: &str, path: &str) -> bool {
    let mut at = type_name.to_owned();
    path.split('/').all(|segment| {
        if segment.contains('.') {
            segment.clone_into(&mut at);
            return elements.structured(segment).is_some();
        }
        let property = elements.structured(&at).and_then(|ty| elements.property(ty, segment));
        property.is_some_and(|property| {
            property.ty.name.text.clone_into(&mut at);
            true
        })
    })
}

fn compare_imports(target: &str, old: &OperationImport, new: &OperationImport, found: &mut Found) {
    let places = (old.place, new.place);
    if old.is_function != new.is_function {
        let change = Change::Kind { old: import_part(old), new: import_part(new) };
        return found.change(target, change, places, Clients::Break);
    }
    let listed = |import: &OperationImport| import.in_service_document.unwrap_or(false);
    let own = detail(Aspect::Operation, Some(&old.operation), Some(&new.operation))
        .into_iter()
        .chain(detail(Aspect::EntitySet, old.entity_set.as_ref(), new.entity_set.as_ref()))
        .chain(flag(Flag::InServiceDocument, listed(old), listed(new)));
    own.for_each(|change| found.change(target, change, places, Clients::Break));
}

/// Adds the annotations of containers and what they have by their targets.
pub(super) fn annotated<'d>(document: &'d Document, add: &mut dyn FnMut(String, &'d [Annotation])) {
    for (name, container) in containers(document) {
        container.children.iter().for_each(|child| add(format!("{name}/{}", child.name), &child.annotations));
        container.imports.iter().for_each(|import| add(format!("{name}/{}", import.name), &import.annotations));
        add(name, &container.annotations);
    }
}
