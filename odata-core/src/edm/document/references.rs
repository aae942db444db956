//! References to other documents.

use super::annotations::{CORE, STORE, has_store_tags};
use crate::{
    csdl::{Include, IncludeAnnotations, Place, Reference, RustItem},
    edm::{self, Model},
};

const CORE_URL: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";
// The name of the document: no host is needed to have one that nobody else uses.
const STORE_URL: &str = "urn:uuid:6f0a1c52-5d0e-4f5b-9a57-2f6f0c8f3b1d";

/// Returns the vocabularies whose terms the document uses, with their URLs.
fn vocabularies(model: &Model) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut properties = model.types().iter().flat_map(|descriptor| descriptor.own);
    let store = properties.any(|property| has_store_tags(property.flags)).then_some((STORE, STORE_URL));
    [(CORE, CORE_URL)].into_iter().chain(store)
}

/// Returns the references of a document: those to the vocabularies first, unless the container has its own to them.
pub(super) fn references(model: &Model) -> Vec<Reference> {
    let place = Place::Item(RustItem::new(model.container().rust_name));
    let mut references: Vec<_> = model.container().references.iter().map(|found| declared(found, place)).collect();
    for (position, (namespace, uri)) in vocabularies(model).enumerate() {
        let mut includes = references.iter().flat_map(|reference| &reference.includes);
        if includes.any(|include| include.namespace == namespace) {
            continue;
        }
        let include = Include { namespace: namespace.into(), ..Include::default() };
        match references.iter_mut().find(|reference| reference.uri == uri) {
            Some(reference) => reference.includes.push(include),
            None => {
                let own = Reference { uri: uri.into(), includes: vec![include], place, ..Reference::default() };
                references.insert(position.min(references.len()), own);
            }
        }
    }
    references
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
