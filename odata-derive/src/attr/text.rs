//! Words whose value is a text, and words that may be keywords of Rust.

use proc_macro2::Ident;
use syn::{
    LitStr,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use super::{
    suggest::listed,
    word::{Keyword, Word, keyword},
};
use crate::{ctxt::Ctxt, docs, name::RenameAll};

/// A word that may be a keyword of Rust.
pub(crate) struct AnyIdent(pub(crate) Ident);

impl Parse for AnyIdent {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Ident::parse_any).map(Self)
    }
}

/// Reads `description = ".."`.
pub(super) fn description(ctxt: &Ctxt, word: Word) -> Option<LitStr> {
    let text = word.text(ctxt, "\"..\"")?;
    ctxt.ok(docs::check_text(&text, "a description"))?;
    Some(text)
}

/// What `rename_all` can say.
const RENAME_ALL: [RenameAll; 3] = [RenameAll::LowerCamel, RenameAll::Pascal, RenameAll::None];

impl Keyword for RenameAll {
    fn name(self) -> &'static str {
        match self {
            Self::LowerCamel => "lowerCamelCase",
            Self::Pascal => "PascalCase",
            Self::None => "none",
        }
    }
}

/// Reads `rename_all = ".."`.
pub(super) fn rename_all(ctxt: &Ctxt, word: Word) -> Option<RenameAll> {
    let text = word.text(ctxt, "\"PascalCase\"")?;
    let found = keyword(&text.value(), &RENAME_ALL);
    if found.is_none() {
        let words = listed(&RENAME_ALL);
        ctxt.error(text.span(), format_args!("unknown rule `{}`; `rename_all` takes {words}", text.value()));
    }
    found
}
