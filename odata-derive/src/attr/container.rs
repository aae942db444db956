//! Words of entity containers.

use proc_macro2::{Ident, Span};
use syn::{
    Token, Type, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::word::Word;
use crate::ctxt::Ctxt;

/// Types that a model has even if nothing refers to them.
#[derive(Default)]
pub(crate) struct NamedTypes {
    pub(crate) named: Vec<Type>,
    /// Whether no type is added because it derives from another one: `types(only(..))`.
    pub(crate) closed: bool,
}

/// An entry of `types(..)`.
enum TypesEntry {
    Type(Box<Type>),
    /// `only(..)`, with the span of the word.
    Only(Span, Vec<Type>),
}

impl Parse for TypesEntry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !(input.peek(syn::Ident) && input.peek2(Paren)) {
            return Ok(Self::Type(Box::new(input.parse()?)));
        }
        let word: Ident = input.parse()?;
        if word != "only" {
            return Err(syn::Error::new(word.span(), format_args!("unknown word `{word}`; did you mean `only(..)`?")));
        }
        let content;
        parenthesized!(content in input);
        let types = Punctuated::<Type, Token![,]>::parse_terminated(&content)?;
        Ok(Self::Only(word.span(), types.into_iter().collect()))
    }
}

impl NamedTypes {
    /// Reads `types(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Self {
        let mut types = Self::default();
        let items = word.list(ctxt, "..");
        let alone = items.len() == 1;
        for item in items {
            match item {
                TypesEntry::Type(ty) => types.named.push(*ty),
                TypesEntry::Only(_, named) if alone => types = Self { named, closed: true },
                TypesEntry::Only(word, _) => {
                    ctxt.error(word, "`only(..)` names all types; move the others into it");
                }
            }
        }
        types
    }
}
