//! Annotations.

use std::io;

use super::{CORE, Xml};
use crate::edm::{KeyPart, TypeDescriptor};

pub(super) fn write_tag(xml: &mut Xml, term: &str) -> io::Result<()> {
    let term = format!("{CORE}.{term}");
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
