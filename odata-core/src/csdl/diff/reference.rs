//! References to other documents, which clients do not see: they only make names known.

use std::collections::BTreeMap;

use super::{
    super::{Annotation, Document, IncludeAnnotations, Place},
    Change, Clients, Found, Part,
};

/// Returns what a document takes from others, by the URL and the namespace.
fn included(document: &Document) -> BTreeMap<String, (Part, Place)> {
    let mut found = BTreeMap::new();
    for reference in &document.references {
        for include in &reference.includes {
            found.insert(format!("{}#{}", reference.uri, include.namespace), (Part::Include, reference.place));
        }
        for IncludeAnnotations { term_namespace, qualifier, target_namespace } in &reference.include_annotations {
            let mut path = format!("{}#{term_namespace}", reference.uri);
            for (word, name) in [("qualifier", qualifier), ("target", target_namespace)] {
                if let Some(name) = name {
                    path = format!("{path},{word}={name}");
                }
            }
            found.insert(path, (Part::IncludeAnnotations, reference.place));
        }
    }
    found
}

/// Compares the references of two documents.
pub(super) fn compare(old: &Document, new: &Document, found: &mut Found) {
    let (old, new) = (included(old), included(new));
    for (target, (part, place)) in old.iter().filter(|(target, _)| !new.contains_key(*target)) {
        found.change(target, Change::Removed(*part), (*place, Place::Unknown), Clients::Safe);
        found.whole.insert(target.clone());
    }
    for (target, (part, place)) in new.iter().filter(|(target, _)| !old.contains_key(*target)) {
        found.added(target, *part, *place, Clients::Safe);
    }
}

/// Adds the annotations of references and includes by their targets.
pub(super) fn annotated<'d>(document: &'d Document, add: &mut dyn FnMut(String, &'d [Annotation])) {
    for reference in &document.references {
        add(reference.uri.text.clone(), &reference.annotations);
        for include in &reference.includes {
            add(format!("{}#{}", reference.uri, include.namespace), &include.annotations);
        }
    }
}
