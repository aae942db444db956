//! Words of actions and functions.

use syn::{
    Token, Type,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use super::{
    field::{FieldAttrs, FieldWord},
    word::{Vocabulary, Word, by_keyword},
};
use crate::ctxt::Ctxt;

/// What an operation returns.
pub(crate) struct Returns {
    pub(crate) ty: Type,
    /// The facets, and nothing else.
    pub(crate) facets: FieldAttrs,
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
    keywords: &[FieldWord::MaxLength, FieldWord::Precision, FieldWord::Scale],
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
