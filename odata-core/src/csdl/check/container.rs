//! Entity containers (OData CSDL 4.01 §13).

use std::collections::{HashMap, HashSet};

use super::{
    super::{ContainerChild, Element, EntityContainer, Name, OperationImport, Place, Schema},
    bindings::bindings,
    faults::{Faults, other, place_of},
    index::{Found, Index},
    types::{find, not_found},
};

/// A container of the document with what it has, own or from the containers that it extends.
pub(super) struct Contents<'d> {
    pub(super) name: String,
    pub(super) container: &'d EntityContainer,
    children: HashMap<&'d str, &'d ContainerChild>,
    /// Whether all containers that it extends are known.
    is_complete: bool,
}

impl<'d> Contents<'d> {
    fn of(index: &Index<'d>, schema: &Schema, container: &'d EntityContainer) -> Self {
        let chain = chain(index, container);
        let is_complete = chain.last().is_none_or(|last| last.extends.is_none());
        let mut children = HashMap::new();
        for child in chain.iter().flat_map(|container| &container.children) {
            children.entry(&*child.name.text).or_insert(child);
        }
        Self { name: format!("{}.{}", schema.namespace, container.name), container, children, is_complete }
    }

    /// Returns the entity set or singleton with this name.
    pub(super) fn child(&self, name: &str) -> Option<&'d ContainerChild> {
        self.children.get(name).copied()
    }

    /// Says that nothing has this name, if all that the container extends is known.
    pub(super) fn no_child(&self, name: &str) -> Option<String> {
        self.is_complete.then(|| format!("there is no entity set or singleton `{name}` in the container"))
    }

    pub(super) fn target(&self, name: &Name) -> String {
        format!("{}/{name}", self.name)
    }
}

/// Returns the container with a qualified name.
fn named<'d>(index: &Index<'d>, name: &str) -> Option<&'d EntityContainer> {
    match index.elements.find(name)?.1 {
        Element::Container(container) => Some(container),
        _ => None,
    }
}

/// Returns a container and those that it extends; each once.
fn chain<'d>(index: &Index<'d>, container: &'d EntityContainer) -> Vec<&'d EntityContainer> {
    let (mut chain, mut known) = (Vec::new(), HashSet::new());
    let mut next = Some(container);
    while let Some(level) = next.filter(|level| known.insert(std::ptr::from_ref(*level).addr())) {
        chain.push(level);
        next = level.extends.as_ref().and_then(|name| named(index, name));
    }
    chain
}

/// C1 to C10: what the containers have.
pub(super) fn containers(index: &Index<'_>, faults: &mut Faults) {
    let mut first: Option<Place> = None;
    for schema in &index.document.schemas {
        for container in &schema.containers {
            let contents = Contents::of(index, schema, container);
            if let Some(first) = first {
                let message = format!("a document has one entity container, which is {}", other(first, "the one"));
                faults.add("C1, OData CSDL 4.01 §13", container.place, &*contents.name, message);
            }
            first.get_or_insert(container.place);
            extends(index, &contents, faults);
            for found in &container.children {
                child(index, &contents, found, faults);
                bindings(index, &contents, found, faults);
            }
            for found in &container.imports {
                if let Some((rule, name, message)) = import_fault(index, &contents, found) {
                    let place = place_of(name, found.place);
                    faults.add(rule, place, contents.target(&found.name), message);
                }
            }
        }
    }
}

/// C2, C3 and K10: the type of an entity set or singleton.
fn child(index: &Index<'_>, contents: &Contents<'_>, child: &ContainerChild, faults: &mut Faults) {
    let target = || contents.target(&child.name);
    let (rule, what) = if child.is_entity_set {
        ("C2, OData CSDL 4.01 §13.2", "an entity set")
    } else {
        ("C3, OData CSDL 4.01 §13.3", "a singleton")
    };
    let place = place_of(&child.type_name, child.place);
    match find(index, &child.type_name, child.place, &target, faults) {
        None => {}
        Some(Found::Structured(id)) if !index.is_complex(id) => {
            let level = &index.levels[id];
            if child.is_entity_set && level.complete && level.key.is_none() {
                let message = format!("an entity set needs a key, and entity type `{}` has none", child.type_name);
                faults.add("K10, OData CSDL 4.01 §13.2", place, target(), message);
            }
        }
        Some(_) => {
            faults.add(
                rule,
                place,
                target(),
                format!("{what} needs an entity type, and `{}` is not one", child.type_name),
            );
        }
    }
    if !child.is_entity_set && child.nullable && index.document.version == super::super::Version::V4_0 {
        faults.add(rule, child.place, target(), "a singleton of OData 4.0 cannot be nullable");
    }
}

/// C10: a container extends one of the document, not itself, and declares again only entity sets and singletons of
/// derived types.
fn extends(index: &Index<'_>, contents: &Contents<'_>, faults: &mut Faults) {
    let container = contents.container;
    let Some(name) = &container.extends else { return };
    let rule = "C10, OData CSDL 4.01 §13.1";
    let place = place_of(name, container.place);
    let chain = chain(index, container);
    if named(index, name).is_none() {
        if !index.is_foreign(name) {
            let message = match index.find(name) {
                Found::Missing => not_found(index, name),
                _ => format!("`{name}` is not an entity container"),
            };
            faults.add(rule, place, &*contents.name, message);
        }
        return;
    }
    let last = chain.last().and_then(|last| named(index, last.extends.as_deref()?));
    if last.is_some_and(|last| std::ptr::eq(last, container)) {
        faults.add(rule, place, &*contents.name, "the container extends itself");
        return;
    }
    let mut before: HashMap<&str, Option<&ContainerChild>> = HashMap::new();
    for level in &chain[1..] {
        for child in &level.children {
            before.entry(&child.name).or_insert(Some(child));
        }
        for import in &level.imports {
            before.entry(&import.name).or_insert(None);
        }
    }
    let mut again = |name: &Name, place, child: Option<&ContainerChild>| {
        let Some(first) = before.get(&*name.text) else { return };
        let narrows = match (child, first) {
            (Some(child), Some(first)) => {
                let types = index.structured(&child.type_name).zip(index.structured(&first.type_name));
                child.is_entity_set == first.is_entity_set && types.is_none_or(|(a, b)| index.derives(a, b))
            }
            _ => false,
        };
        if !narrows {
            let message =
                format!("`{name}` is declared by the container that this one extends, and not of a base type");
            faults.add(rule, place_of(name, place), contents.target(name), message);
        }
    };
    container.children.iter().for_each(|child| again(&child.name, child.place, Some(child)));
    container.imports.iter().for_each(|import| again(&import.name, import.place, None));
}

/// C7 to C9: what an import says. Returns the first fault with the name that is wrong.
fn import_fault<'d>(
    index: &Index<'d>,
    contents: &Contents<'d>,
    import: &'d OperationImport,
) -> Option<(&'static str, &'d Name, String)> {
    let (word, section) = if import.is_function {
        ("function", "C7, OData CSDL 4.01 §13.6")
    } else {
        ("action", "C7, OData CSDL 4.01 §13.5")
    };
    let name = &import.operation;
    let overloads = index.elements.operations(name);
    let mut unbound = overloads.iter().filter(|found| found.is_function == import.is_function && !found.is_bound);
    let Some(operation) = unbound.next() else {
        let message = match overloads {
            [] if index.is_foreign(name) => return None,
            [] => format!("there is no {word} `{name}`"),
            [..] if overloads.iter().any(|found| found.is_function == import.is_function) => {
                format!("{word} `{name}` is bound and cannot be imported")
            }
            [..] => format!("`{name}` is not {} {word}", if import.is_function { "a" } else { "an" }),
        };
        return Some((section, name, message));
    };
    if import.in_service_document == Some(true) {
        let rule = "C9, OData CSDL 4.01 §13.5, §13.6";
        let has_parameters = !operation.parameters.is_empty() && unbound.all(|found| !found.parameters.is_empty());
        if !import.is_function {
            return Some((rule, &import.name, "a service document lists no actions".to_owned()));
        }
        if has_parameters {
            let message = format!("`{name}` has parameters; a service document lists only functions without any");
            return Some((rule, &import.name, message));
        }
    }
    let (set, rule) = (import.entity_set.as_ref()?, "C8, OData CSDL 4.01 §13.5, §13.6");
    let returned = operation.return_type.as_ref();
    let returned_type = match returned.map(|returned| index.find(&returned.ty.name)) {
        Some(Found::Structured(id)) if !index.is_complex(id) => id,
        Some(Found::Foreign | Found::Missing | Found::Abstract("Edm.EntityType")) => return None,
        _ => return Some((rule, set, format!("`{name}` returns no entities, so it has no entity set"))),
    };
    // A path through the container, or one of another container, is not followed.
    if set.contains('/') {
        return None;
    }
    let Some(child) = contents.child(set) else {
        return contents.no_child(set).map(|message| (rule, set, message));
    };
    let found = index.structured(&child.type_name)?;
    let is_known = index.levels[found].complete && index.levels[returned_type].complete;
    (is_known && !index.are_related(found, returned_type)).then(|| {
        let (returned, found) = (index.name(returned_type), index.name(found));
        (rule, set, format!("`{name}` returns `{returned}`, and `{set}` has entities of `{found}`"))
    })
}
