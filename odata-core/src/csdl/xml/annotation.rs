//! Annotations.

use std::io;

use super::{CORE, STORE, Xml};
use crate::edm::{KeyPart, TypeDescriptor, property::PropertyFlags};

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

/// Writes the alternate keys that the type itself declares.
pub(super) fn write_alternate_keys(xml: &mut Xml, descriptor: &TypeDescriptor) -> io::Result<()> {
    let mut keys = descriptor.own_alternate_keys().peekable();
    if keys.peek().is_none() {
        return Ok(());
    }
    let term = format!("{CORE}.AlternateKeys");
    let annotation = xml.create_element("Annotation").with_attribute(("Term", term.as_str()));
    annotation.write_inner_content(|xml| {
        let collection = xml.create_element("Collection");
        collection.write_inner_content(|xml| keys.try_for_each(|key| write_alternate_key(xml, key))).map(drop)
    })?;
    Ok(())
}

fn write_alternate_key(xml: &mut Xml, key: impl Iterator<Item = KeyPart>) -> io::Result<()> {
    xml.create_element("Record").write_inner_content(|xml| {
        let parts = xml.create_element("PropertyValue").with_attribute(("Property", "Key"));
        parts.write_inner_content(|xml| {
            let collection = xml.create_element("Collection");
            let mut key = key;
            collection.write_inner_content(|xml| key.try_for_each(|part| write_property_ref(xml, &part))).map(drop)
        })?;
        Ok(())
    })?;
    Ok(())
}

/// Writes a part of an alternate key. Its alias is left out where it is the name of a property.
fn write_property_ref(xml: &mut Xml, part: &KeyPart) -> io::Result<()> {
    let path = part.to_string();
    let mut members = vec![("Name", "PropertyPath", path.as_str())];
    if part.is_nested() {
        members.push(("Alias", "String", part.name()));
    }
    xml.create_element("Record").write_inner_content(|xml| {
        members.iter().try_for_each(|(property, attribute, value)| {
            let element = xml.create_element("PropertyValue");
            element.with_attributes([("Property", *property), (attribute, *value)]).write_empty().map(drop)
        })
    })?;
    Ok(())
}
