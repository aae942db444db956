//! What only navigation properties have: partners, referential constraints, and what deletion does.

use proc_macro2::Span;
use syn::{
    Token,
    parse::{Parse, ParseStream},
};

use super::{
    path::FieldPath,
    suggest::{listed, nearest},
    word::{Keyword, Word, keyword},
};
use crate::ctxt::Ctxt;

/// The navigation property in the other direction.
pub(crate) struct Partner {
    pub(crate) path: FieldPath,
    /// The span of the word.
    pub(crate) word: Span,
}

/// Reads `partner = ..`.
pub(super) fn partner(ctxt: &Ctxt, word: Word) -> Option<Partner> {
    let span = word.span;
    Some(Partner { path: word.parsed(ctxt, "field")?, word: span })
}

/// What the related entity says about properties of this one.
pub(crate) struct Constraints {
    pub(crate) all: Vec<Constraint>,
    /// The span of the word.
    pub(crate) word: Span,
}

/// One property of this entity, and the one of the related entity that has the same value.
pub(crate) struct Constraint {
    pub(crate) dependent: FieldPath,
    pub(crate) principal: FieldPath,
}

impl Parse for Constraint {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let dependent = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self { dependent, principal: input.parse()? })
    }
}

const EXAMPLE: &str = "field = field_of_target";

/// Reads `referential_constraint(..)`.
pub(super) fn referential_constraint(ctxt: &Ctxt, word: Word) -> Option<Constraints> {
    let span = word.span;
    let all: Vec<_> = word.maybe_list(ctxt, EXAMPLE)?;
    if all.is_empty() {
        let message =
            format_args!("a referential constraint has at least one property: `referential_constraint({EXAMPLE})`");
        ctxt.error(span, message);
    }
    Some(Constraints { all, word: span })
}

/// What happens to the related entities when the entity is deleted.
pub(crate) struct OnDelete {
    pub(crate) action: OnDeleteAction,
    /// The span of the word.
    pub(crate) word: Span,
}

/// A word after `on_delete =`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum OnDeleteAction {
    Cascade,
    None,
    SetNull,
    SetDefault,
}

impl Keyword for OnDeleteAction {
    fn name(self) -> &'static str {
        match self {
            Self::Cascade => "cascade",
            Self::None => "none",
            Self::SetNull => "set_null",
            Self::SetDefault => "set_default",
        }
    }
}

impl OnDeleteAction {
    const ALL: [Self; 4] = [Self::Cascade, Self::None, Self::SetNull, Self::SetDefault];
}

/// V13: reads `on_delete = ..`.
pub(super) fn on_delete(ctxt: &Ctxt, word: Word) -> Option<OnDelete> {
    let span = word.span;
    let Some(action) = word.word() else {
        if let Some(literal) = word.literal(ctxt, "cascade") {
            let message = format_args!("`on_delete` takes {}, without quotes", listed(&OnDeleteAction::ALL));
            ctxt.error(literal.lit.span(), message);
        }
        return None;
    };
    let name = action.to_string();
    let found = keyword(&name, &OnDeleteAction::ALL);
    if found.is_none() {
        let message = match nearest(&name, &OnDeleteAction::ALL) {
            Some(near) => format!("unknown action `{name}`; did you mean `{near}`?"),
            None => format!("unknown action `{name}`; `on_delete` takes {}", listed(&OnDeleteAction::ALL)),
        };
        ctxt.error(action.span(), message);
    }
    found.map(|action| OnDelete { action, word: span })
}
