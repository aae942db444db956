//! References to other documents.

use std::io;

use super::{CORE, STORE, Xml, annotation::has_store_tags};
use crate::edm::{Include, IncludeAnnotations, Model};

const CORE_URL: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";
// The name of the document: no host is needed to have one that nobody else uses.
const STORE_URL: &str = "urn:uuid:6f0a1c52-5d0e-4f5b-9a57-2f6f0c8f3b1d";

/// Returns the vocabularies whose terms the document uses, with their URLs.
fn vocabularies(model: &Model) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut properties = model.types().iter().flat_map(|descriptor| descriptor.own);
    let store = properties.any(|property| has_store_tags(property.flags)).then_some((STORE, STORE_URL));
    [(CORE, CORE_URL)].into_iter().chain(store)
}

/// A reference as it is written.
struct Written {
    uri: &'static str,
    includes: Vec<(&'static str, Option<&'static str>)>,
    annotations: &'static [IncludeAnnotations],
}

/// Writes the references of a document: those to the vocabularies first, unless the container has its own to them.
pub(super) fn write_references(xml: &mut Xml, model: &Model) -> io::Result<()> {
    let declared = model.container().references.iter().map(|reference| Written {
        uri: reference.uri,
        includes: reference.includes.iter().map(|&Include { namespace, alias }| (namespace, alias)).collect(),
        annotations: reference.annotations,
    });
    let mut references: Vec<_> = declared.collect();
    for (position, (namespace, uri)) in vocabularies(model).enumerate() {
        if references.iter().flat_map(|reference| &reference.includes).any(|(included, _)| *included == namespace) {
            continue;
        }
        match references.iter_mut().find(|reference| reference.uri == uri) {
            Some(reference) => reference.includes.push((namespace, None)),
            None => {
                let own = Written { uri, includes: vec![(namespace, None)], annotations: &[] };
                references.insert(position.min(references.len()), own);
            }
        }
    }
    references.iter().try_for_each(|reference| write_reference(xml, reference))
}

fn write_reference(xml: &mut Xml, reference: &Written) -> io::Result<()> {
    let element = xml.create_element("edmx:Reference").with_attribute(("Uri", reference.uri));
    element.write_inner_content(|xml| {
        for &(namespace, alias) in &reference.includes {
            let element = xml.create_element("edmx:Include").with_attribute(("Namespace", namespace));
            element.with_attributes(alias.map(|alias| ("Alias", alias))).write_empty()?;
        }
        for annotations in reference.annotations {
            let element = xml.create_element("edmx:IncludeAnnotations");
            let element = element.with_attribute(("TermNamespace", annotations.term_namespace));
            let element = element.with_attributes(annotations.qualifier.map(|qualifier| ("Qualifier", qualifier)));
            let target = annotations.target_namespace.map(|namespace| ("TargetNamespace", namespace));
            element.with_attributes(target).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
