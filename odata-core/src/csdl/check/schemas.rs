//! Namespaces, aliases and references.

use std::collections::{HashMap, HashSet};

use super::{
    super::{Name, Place},
    faults::{Faults, other, place_of},
    identifier::{identifier_fault, is_reserved, namespace_fault},
    index::Index,
};

/// Returns the aliases of the document with their places.
fn aliases_of<'d>(index: &Index<'d>) -> impl Iterator<Item = (&'d Name, Place)> {
    let schemas = index.document.schemas.iter().filter_map(|schema| Some((schema.alias.as_ref()?, schema.place)));
    let includes = includes_of(index).filter_map(|(include, outer)| Some((include.alias.as_ref()?, outer)));
    schemas.chain(includes).map(|(alias, outer)| (alias, place_of(alias, outer)))
}

fn includes_of<'d>(index: &Index<'d>) -> impl Iterator<Item = (&'d super::super::Include, Place)> {
    let references = index.document.references.iter();
    references.flat_map(|reference| reference.includes.iter().map(|include| (include, reference.place)))
}

/// N4: no alias is a namespace of the document.
pub(super) fn aliases(index: &Index<'_>, faults: &mut Faults) {
    for (alias, place) in aliases_of(index).filter(|(alias, _)| index.declares(alias)) {
        let message = format!("alias `{alias}` is also a namespace of the model");
        faults.add("N4, OData CSDL 4.01 §5.1", place, &*alias.text, message);
    }
}

/// X1: no schema of the document is included from another one.
pub(super) fn included(index: &Index<'_>, faults: &mut Faults) {
    for (include, outer) in includes_of(index).filter(|(include, _)| index.declares(&include.namespace)) {
        let name = &include.namespace;
        let message = format!("`{name}` is a namespace of the model and cannot be included");
        faults.add("X1, OData CSDL 4.01 §4.2", place_of(name, outer), &*name.text, message);
    }
}

/// N2, N3 and N5: each schema has a namespace of its own.
pub(super) fn namespaces(index: &Index<'_>, faults: &mut Faults) {
    let mut known: HashMap<&str, Place> = HashMap::new();
    for schema in &index.document.schemas {
        let (namespace, place) = (&schema.namespace, place_of(&schema.namespace, schema.place));
        let target = &*namespace.text;
        if let Some(message) = namespace_fault(namespace) {
            faults.add("N2, OData CSDL 4.01 §15.1", place, target, message);
        } else if is_reserved(namespace) {
            faults.add("N3, OData CSDL 4.01 §5", place, target, format!("namespace `{namespace}` is reserved"));
        } else if let Some(first) = known.get(target) {
            let message = format!("namespace `{namespace}` is declared twice, first by {}", other(*first, "the one"));
            faults.add("N5, OData CSDL 4.01 §5", place, target, message);
        }
        known.entry(target).or_insert(place);
    }
}

/// N1, N3 and N4: each alias is an identifier with one meaning.
pub(super) fn alias_names(index: &Index<'_>, faults: &mut Faults) {
    let included: HashSet<_> = includes_of(index).map(|(include, _)| &*include.namespace.text).collect();
    let mut known: HashMap<&str, Place> = HashMap::new();
    for (alias, place) in aliases_of(index) {
        let target = &*alias.text;
        if let Some(message) = identifier_fault(alias) {
            faults.add("N1, OData CSDL 4.01 §15.2", place, target, message);
        } else if is_reserved(alias) {
            faults.add("N3, OData CSDL 4.01 §5.1", place, target, format!("alias `{alias}` is reserved"));
        } else if let Some(first) = known.get(target) {
            let message = format!("alias `{alias}` is declared twice, first by {}", other(*first, "the one"));
            faults.add("N4, OData CSDL 4.01 §5.1", place, target, message);
        } else if included.contains(target) && !index.declares(target) {
            let message = format!("alias `{alias}` is also a namespace that is included");
            faults.add("N4, OData CSDL 4.01 §4.2", place, target, message);
        }
        known.entry(target).or_insert(place);
    }
}

/// X1: each reference has a URL of its own and includes something, and nothing is included twice.
pub(super) fn references(index: &Index<'_>, faults: &mut Faults) {
    let rule = "X1, OData CSDL 4.01 §4.1";
    let mut urls: HashMap<&str, Place> = HashMap::new();
    for reference in &index.document.references {
        let (target, place) = (&*reference.uri.text, place_of(&reference.uri, reference.place));
        if let Some(first) = urls.get(target) {
            let first = other(*first, "the reference");
            faults.add(rule, place, target, format!("the URL is referred to twice, first by {first}"));
        }
        urls.entry(target).or_insert(place);
        if reference.includes.is_empty() && reference.include_annotations.is_empty() {
            faults.add(rule, place, target, "the reference includes neither a schema nor annotations");
        }
    }
    let mut namespaces: HashMap<&str, Place> = HashMap::new();
    for (include, outer) in includes_of(index) {
        let (target, place) = (&*include.namespace.text, place_of(&include.namespace, outer));
        if let Some(first) = namespaces.get(target) {
            let message = format!("`{target}` is included twice, first by {}", other(*first, "the one"));
            faults.add("X1, OData CSDL 4.01 §4.2", place, target, message);
        } else if let Some(message) = namespace_fault(target) {
            faults.add("N2, OData CSDL 4.01 §15.1", place, target, message);
        }
        namespaces.entry(target).or_insert(place);
    }
}
