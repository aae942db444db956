//! Type definitions.

use std::io;

use super::{Xml, annotation::write_description, split};
use crate::edm::TypeDefinition;

/// Writes a type definition with the facets that it declares. What it leaves open is written where it is used.
pub(super) fn write_definition(xml: &mut Xml, definition: &TypeDefinition) -> io::Result<()> {
    let name = ("Name", split(definition.name).1);
    let mut element = xml.create_element("TypeDefinition").with_attribute(name);
    element = element.with_attribute(("UnderlyingType", definition.underlying.name()));
    let number = |value: Option<u32>| value.map(|value| value.to_string());
    let facets = [
        ("MaxLength", number(definition.max_length())),
        ("Precision", number(definition.precision().map(u32::from))),
        ("Scale", number(definition.scale().map(u32::from))),
        ("Unicode", definition.unicode.map(|unicode| unicode.to_string())),
        ("SRID", definition.srid().map(|srid| srid.to_string())),
    ];
    for (facet, value) in &facets {
        if let Some(value) = value {
            element = element.with_attribute((*facet, value.as_str()));
        }
    }
    if definition.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| write_description(xml, definition.description)).map(drop)
}
