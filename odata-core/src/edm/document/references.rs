//! References to other documents.

use std::collections::BTreeSet;

use super::annotations::{CORE, STORE};
use crate::{
    csdl::{Document, Expression, Include, IncludeAnnotations, Place, Reference, RustItem, ValuePart, value_parts},
    edm::{self, Model},
};

// The name of the document: no host is needed to have one that nobody else uses.
pub(in crate::edm) const STORE_URL: &str = "urn:uuid:6f0a1c52-5d0e-4f5b-9a57-2f6f0c8f3b1d";

/// Returns the URL of the vocabulary with this namespace, if it is one that OASIS publishes, or the one for stores.
fn vocabulary_url(namespace: &str) -> Option<String> {
    if namespace == STORE {
        return Some(STORE_URL.to_owned());
    }
    let is_published = namespace.starts_with("Org.OData.") && namespace.rsplit('.').next() == Some("V1");
    is_published.then(|| format!("https://oasis-tcs.github.io/odata-vocabularies/vocabularies/{namespace}.xml"))
}

/// Returns the namespaces of the names that annotations use, in order after that of the vocabulary that all documents
/// refer to.
fn used(document: &Document) -> Vec<String> {
    let mut namespaces = BTreeSet::new();
    let mut add = |name: &str| {
        let name = name.split(['/', '@']).next().unwrap_or_default();
        if let Some((namespace, _)) = name.rsplit_once('.') {
            namespaces.insert(namespace.to_owned());
        }
    };
    let external = document.schemas.iter().flat_map(|schema| &schema.external);
    let lists = external.map(|external| &*external.annotations);
    for annotations in lists.chain(document.hosts().into_iter().map(|host| host.annotations)) {
        for part in value_parts(annotations) {
            match part {
                ValuePart::Annotation(annotation) => add(&annotation.term),
                ValuePart::Expression(Expression::Record(record)) => record.type_name.iter().for_each(|name| add(name)),
                ValuePart::Expression(Expression::EnumMember(members)) => members.iter().for_each(|name| add(name)),
                ValuePart::Expression(Expression::Typed(typed)) => add(&typed.ty.name),
                _ => {}
            }
        }
    }
    namespaces.remove(CORE);
    namespaces.retain(|namespace| !document.schemas.iter().any(|schema| schema.namespace == **namespace));
    std::iter::once(CORE.to_owned()).chain(namespaces).collect()
}

/// Returns the references that the container declares.
pub(super) fn declared_references(model: &Model) -> Vec<Reference> {
    let place = Place::Item(RustItem::new(model.container().rust_name));
    model.container().references.iter().map(|found| declared(found, place)).collect()
}

/// Adds references to the vocabularies whose terms the document uses, before the others, unless they are included
/// already.
pub(super) fn add_vocabularies(document: &mut Document, place: Place) {
    let mut position = 0;
    for namespace in used(document) {
        let references = &mut document.references;
        let mut includes = references.iter().flat_map(|reference| &reference.includes);
        let Some(uri) = vocabulary_url(&namespace) else { continue };
        if !includes.any(|include| include.namespace == *namespace) {
            let include = Include { namespace: namespace.into(), ..Include::default() };
            match references.iter_mut().find(|reference| reference.uri == *uri) {
                Some(reference) => reference.includes.push(include),
                None => {
                    let own = Reference { uri: uri.into(), includes: vec![include], place, ..Reference::default() };
                    references.insert(position.min(references.len()), own);
                }
            }
        }
        position += 1;
    }
}

fn declared(reference: &edm::Reference, place: Place) -> Reference {
    let includes = reference.includes.iter().map(|include| Include {
        namespace: include.namespace.into(),
        alias: include.alias.map(Into::into),
        ..Include::default()
    });
    let annotations = reference.annotations.iter().map(|annotations| IncludeAnnotations {
        term_namespace: annotations.term_namespace.into(),
        qualifier: annotations.qualifier.map(Into::into),
        target_namespace: annotations.target_namespace.map(Into::into),
    });
    Reference {
        uri: reference.uri.into(),
        includes: includes.collect(),
        include_annotations: annotations.collect(),
        place,
        ..Reference::default()
    }
}
