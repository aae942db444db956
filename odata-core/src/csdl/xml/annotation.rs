//! Annotations.

use std::io;

use super::{CORE, STORE, Xml};
use crate::edm::property::PropertyFlags;

/// Writes the terms of a property that are only true or absent.
pub(super) fn write_tags(xml: &mut Xml, flags: PropertyFlags) -> io::Result<()> {
    tags(flags).try_for_each(|(namespace, term)| write_tag(xml, namespace, term))
}

/// Returns whether a property has such terms.
pub(super) fn has_tags(flags: PropertyFlags) -> bool {
    tags(flags).next().is_some()
}

/// Returns whether a property has terms of the vocabulary for stores.
pub(super) fn has_store_tags(flags: PropertyFlags) -> bool {
    tags(flags).any(|(namespace, _)| namespace == STORE)
}

fn tags(flags: PropertyFlags) -> impl Iterator<Item = (&'static str, &'static str)> {
    [
        (PropertyFlags::COMPUTED, CORE, "Computed"),
        (PropertyFlags::IMMUTABLE, CORE, "Immutable"),
        (PropertyFlags::UNIQUE, STORE, "Unique"),
        (PropertyFlags::INDEXED, STORE, "Indexed"),
        (PropertyFlags::SEARCHABLE, STORE, "Searchable"),
    ]
    .into_iter()
    .filter_map(move |(flag, namespace, term)| flags.has(flag).then_some((namespace, term)))
}

fn write_tag(xml: &mut Xml, namespace: &str, term: &str) -> io::Result<()> {
    let term = format!("{namespace}.{term}");
    xml.create_element("Annotation")
        .with_attributes([("Term", term.as_str()), ("Bool", "true")])
        .write_empty()
        .map(drop)
}

pub(super) fn write_description(xml: &mut Xml, description: &str) -> io::Result<()> {
    if description.is_empty() {
        return Ok(());
    }
    let term = format!("{CORE}.Description");
    let annotation = xml.create_element("Annotation");
    annotation.with_attributes([("Term", term.as_str()), ("String", description)]).write_empty().map(drop)
}
