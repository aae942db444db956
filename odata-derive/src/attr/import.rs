//! Words of a container's fields about paths and operations: `bind(..)`, `function_import(..)`, `action_import(..)`.

use proc_macro2::{Ident, Span};
use syn::{
    Token,
    parse::{Parse, ParseStream},
};

use super::{
    path::FieldPath,
    word::{Keyword, Vocabulary, Word, by_keyword},
};
use crate::ctxt::Ctxt;

/// Where related entities are: `parts as Bundle.items = products`.
pub(crate) struct Binding {
    /// The path of the navigation property.
    pub(crate) path: FieldPath,
    /// The field of the container.
    pub(crate) target: Ident,
    /// The path below it, of entities that it contains.
    pub(crate) within: Option<FieldPath>,
}

impl Parse for Binding {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.parse()?;
        input.parse::<Token![=]>()?;
        let mut target = FieldPath::parse_without_last_cast(input)?;
        let first = target.steps.remove(0);
        if let Some(ty) = first.cast {
            return Err(syn::Error::new_spanned(ty, "a target begins with a field of the container"));
        }
        let within = (!target.steps.is_empty()).then_some(target);
        Ok(Self { path, target: first.field, within })
    }
}

/// What a field imports.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImportKind {
    Action,
    Function,
}

impl ImportKind {
    /// The word of the field.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Action => "action_import",
            Self::Function => "function_import",
        }
    }
}

/// An unbound operation that the container makes callable.
pub(crate) struct Import {
    pub(crate) kind: ImportKind,
    /// `entity_set = ..`: the field of the container, and the span of the word.
    pub(crate) entity_set: Option<(Ident, Span)>,
    pub(crate) in_service_document: Option<Span>,
}

/// A word in `function_import(..)` and `action_import(..)`.
#[derive(Clone, Copy, PartialEq)]
enum ImportWord {
    EntitySet,
    IncludeInServiceDocument,
}

impl Keyword for ImportWord {
    fn name(self) -> &'static str {
        match self {
            Self::EntitySet => "entity_set",
            Self::IncludeInServiceDocument => "include_in_service_document",
        }
    }
}

impl Import {
    /// Reads the word, with or without parentheses.
    pub(super) fn read(ctxt: &Ctxt, word: Word, kind: ImportKind) -> Self {
        let vocabulary = match kind {
            ImportKind::Action => Vocabulary {
                noun: "`action_import`",
                keywords: &[ImportWord::EntitySet],
                elsewhere: &[("include_in_service_document", "applies to functions: an action is called with POST")],
            },
            ImportKind::Function => Vocabulary {
                noun: "`function_import`",
                keywords: &[ImportWord::EntitySet, ImportWord::IncludeInServiceDocument],
                elsewhere: &[],
            },
        };
        let mut import = Self { kind, entity_set: None, in_service_document: None };
        for (keyword, word) in by_keyword(ctxt, word.words(ctxt), &vocabulary) {
            match keyword {
                ImportWord::EntitySet => match word.word() {
                    Some(field) => import.entity_set = Some((field.clone(), word.span)),
                    None => ctxt.error(word.span, "`entity_set` is a field of the container: `entity_set = products`"),
                },
                ImportWord::IncludeInServiceDocument => import.in_service_document = word.flag(ctxt),
            }
        }
        import
    }
}
