//! `key(..)` and `alternate_key(..)`.

use proc_macro2::{Ident, Span};
use syn::{
    Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use super::{path::FieldPath, word::Word};
use crate::ctxt::Ctxt;

/// A key that is declared on the type.
pub(crate) struct KeyList {
    /// The span of the word.
    pub(crate) word: Span,
    pub(crate) parts: Vec<KeyPart>,
    /// Whether the list could be read.
    pub(crate) is_read: bool,
}

/// A part of a key.
pub(crate) struct KeyPart {
    pub(crate) path: FieldPath,
    pub(crate) alias: Option<Ident>,
}

impl Parse for KeyPart {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = FieldPath::parse_without_last_cast(input)?;
        let alias = if input.parse::<Option<Token![as]>>()?.is_some() { Some(input.parse()?) } else { None };
        Ok(Self { path, alias })
    }
}

impl KeyList {
    /// Reads the list after the word.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Self {
        let span = word.span;
        let parts = word.maybe_list(ctxt, "info.id as infoId");
        Self { word: span, is_read: parts.is_some(), parts: parts.unwrap_or_default() }
    }

    /// Whether a field of the type is a part of the key.
    pub(crate) fn names(&self, field: &Ident) -> bool {
        self.parts.iter().any(|part| matches!(&*part.path.steps, [step] if step.field.unraw() == field.unraw()))
    }
}
