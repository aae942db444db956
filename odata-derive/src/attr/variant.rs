//! Attributes of the variants of enumeration types.

use proc_macro2::Span;
use syn::{Attribute, LitStr};

use super::{
    annotation::Annotate,
    text::description,
    word::{Keyword, Vocabulary, words},
};
use crate::ctxt::Ctxt;

/// What `#[odata(..)]` says about a variant.
#[derive(Default)]
pub(crate) struct VariantAttrs {
    /// `name = ".."`
    pub(crate) name: Option<LitStr>,
    pub(crate) unknown: Option<Span>,
    /// `description = ".."`
    pub(crate) description: Option<LitStr>,
    /// `annotate(..)`
    pub(crate) annotations: Vec<Annotate>,
}

/// A word of a variant.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum VariantWord {
    Name,
    Unknown,
    Description,
    Annotate,
}

impl Keyword for VariantWord {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Unknown => "unknown",
            Self::Description => "description",
            Self::Annotate => "annotate",
        }
    }

    fn is_repeatable(self) -> bool {
        self == Self::Annotate
    }
}

pub(super) const VOCABULARY: Vocabulary<VariantWord> = Vocabulary {
    noun: "a variant of an enumeration type",
    keywords: &[VariantWord::Name, VariantWord::Unknown, VariantWord::Description, VariantWord::Annotate],
    elsewhere: &[
        ("type", "belongs on the type; a member's name is `name = \"..\"`"),
        ("rename", "is not an attribute; a member's name is `name = \"..\"`"),
        ("rename_all", "belongs on the type"),
        ("value", "is not an attribute; a member's value is its discriminant"),
        ("key", "applies to the fields of entity types only"),
        ("skip", "applies to fields only"),
        ("flags", "belongs on the type"),
    ],
};

impl VariantAttrs {
    /// Reads the attributes of a variant.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute]) -> Self {
        let mut attrs = Self::default();
        for (keyword, word) in words(ctxt, attributes, &VOCABULARY) {
            match keyword {
                VariantWord::Name => attrs.name = word.text(ctxt, "\"..\""),
                VariantWord::Unknown => attrs.unknown = word.flag(ctxt),
                VariantWord::Description => attrs.description = description(ctxt, word),
                VariantWord::Annotate => attrs.annotations.extend(word.list(ctxt, "Term = value")),
            }
        }
        attrs
    }
}
