//! Attributes of the variants of enumeration types.

use proc_macro2::Span;
use syn::{Attribute, LitStr};

use super::word::{Place, words};
use crate::ctxt::Ctxt;

/// What `#[odata(..)]` says about a variant.
#[derive(Default)]
pub(crate) struct VariantAttrs {
    /// `name = ".."`
    pub(crate) name: Option<LitStr>,
    /// `unknown`
    pub(crate) unknown: Option<Span>,
}

/// What can stand on a variant.
const PLACE: Place = Place {
    noun: "a variant of an enumeration type",
    words: &["name", "unknown"],
    elsewhere: &[
        ("type", "belongs on the type; a member's name is `name = \"..\"`"),
        ("rename", "is no attribute; a member's name is `name = \"..\"`"),
        ("description", "is no attribute: the doc comment of a variant is its description"),
        ("rename_all", "belongs on the type"),
        ("value", "is no attribute; a member's value is its discriminant"),
        ("key", "applies to the fields of entity types only"),
        ("skip", "applies to fields only"),
    ],
};

impl VariantAttrs {
    /// Reads the attributes of a variant.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute]) -> Self {
        let mut attrs = Self::default();
        for word in words(ctxt, attributes, &PLACE) {
            match word.name.as_str() {
                "name" => attrs.name = word.text(ctxt, "\"..\""),
                _ => attrs.unknown = word.flag(ctxt),
            }
        }
        attrs
    }
}
