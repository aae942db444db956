//! Words of actions and functions.

use syn::{
    LitStr, Token, Type,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use super::{
    annotation::Annotate,
    document::TextWithWords,
    field::{FieldAttrs, FieldWord},
    path::FieldPath,
    word::{Vocabulary, Word, by_keyword},
};
use crate::ctxt::Ctxt;

/// What an operation returns.
pub(crate) struct Returns {
    pub(crate) ty: Type,
    /// The facets and annotations, and nothing else.
    pub(crate) facets: FieldAttrs,
}

/// `entity_set_path("products", category)`
pub(crate) struct EntitySetPath {
    /// The name of the binding parameter.
    pub(crate) binding: LitStr,
    /// The way from there.
    pub(crate) path: Option<FieldPath>,
}

impl Parse for EntitySetPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let binding = input.parse()?;
        let path = match input.parse::<Option<Token![,]>>()? {
            Some(_) if !input.is_empty() => Some(input.parse()?),
            _ => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { binding, path })
    }
}

/// `returns(..)`: a type, and facets after it.
struct ReturnsList {
    ty: Type,
    facets: Punctuated<Word, Token![,]>,
}

impl Parse for ReturnsList {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ty = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Self { ty, facets: Punctuated::parse_terminated(input)? })
    }
}

const FACETS: Vocabulary<FieldWord> = Vocabulary {
    noun: "what is returned",
    keywords: &[
        FieldWord::MaxLength,
        FieldWord::Precision,
        FieldWord::Scale,
        FieldWord::Description,
        FieldWord::Annotate,
    ],
    elsewhere: &[("nullable", "is not an attribute: what is returned is nullable if its type is `Option<..>`")],
};

impl Returns {
    /// Reads `returns(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        let ReturnsList { ty, facets: words } = word.content(ctxt, "..")?;
        let mut facets = FieldAttrs::default();
        for (keyword, word) in by_keyword(ctxt, words, &FACETS) {
            facets.set(ctxt, keyword, word);
        }
        Some(Self { ty, facets })
    }
}

/// Reads `binding = ".."` and `binding("..", annotate(..))`.
pub(super) fn binding(ctxt: &Ctxt, word: Word) -> (Option<LitStr>, Vec<Annotate>) {
    const VOCABULARY: Vocabulary<FieldWord> =
        Vocabulary { noun: "the binding parameter", keywords: &[FieldWord::Annotate], elsewhere: &[] };
    if !word.has_list() {
        return (word.text(ctxt, "\"..\""), Vec::new());
    }
    let Some(TextWithWords { text, words }) = word.content(ctxt, "\"..\"") else { return (None, Vec::new()) };
    let mut attrs = FieldAttrs::default();
    for (keyword, word) in by_keyword(ctxt, words, &VOCABULARY) {
        attrs.set(ctxt, keyword, word);
    }
    (Some(text), attrs.annotations)
}
