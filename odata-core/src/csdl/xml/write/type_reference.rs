//! Types of values, with their facets.

use super::Markup;
use crate::csdl::{Facets, MaxLength, Scale, TypeReference};

/// Writes whether a value can be null, where that is not so without it: of collections nothing is known then.
pub(super) fn write_nullable(xml: &mut Markup, ty: &TypeReference) {
    match ty.nullable {
        Some(false) => xml.attribute("Nullable", "false"),
        Some(true) if ty.collection => xml.attribute("Nullable", "true"),
        Some(true) | None => {}
    }
}

pub(super) fn write_facets(xml: &mut Markup, facets: &Facets) {
    match facets.max_length {
        Some(MaxLength::Number(length)) => xml.attribute("MaxLength", &length.to_string()),
        Some(MaxLength::Max) => xml.attribute("MaxLength", "max"),
        None => {}
    }
    xml.optional("Precision", facets.precision.map(|digits| digits.to_string()).as_deref());
    match facets.scale {
        Some(Scale::Number(digits)) => xml.attribute("Scale", &digits.to_string()),
        Some(Scale::Variable) => xml.attribute("Scale", "variable"),
        Some(Scale::Floating) => xml.attribute("Scale", "floating"),
        None => {}
    }
    xml.optional("Unicode", facets.unicode.map(|unicode| if unicode { "true" } else { "false" }));
    xml.optional("SRID", facets.srid.map(|srid| srid.to_string()).as_deref());
}
