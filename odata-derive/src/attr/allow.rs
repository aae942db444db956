//! `allow(..)`: rules that are switched off.

use proc_macro2::Ident;
use syn::{
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use super::{
    Derive,
    suggest::{listed, nearest},
    word::{Keyword, Word, keyword},
};
use crate::ctxt::Ctxt;

/// Rules that are switched off for a type.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub(crate) struct Allow {
    /// A property may be named as its type.
    pub(crate) same_name_as_type: bool,
    /// An abstract type may derive from one that is not abstract.
    pub(crate) abstract_from_concrete: bool,
    /// A media entity type may derive from a type that has no stream.
    pub(crate) has_stream_below_base: bool,
    /// An enumeration type may have no members.
    pub(crate) no_members: bool,
    /// An action and a function may have one name and one binding parameter.
    pub(crate) action_and_function: bool,
    /// An operation with a path to an entity set may return no entities.
    pub(crate) entity_set_path_without_entity: bool,
    /// A parameter may be a stream.
    pub(crate) stream_parameter: bool,
    /// An operation may be named as a type.
    pub(crate) name_of_a_type: bool,
}

/// A word of `allow(..)`; keywords are words as well.
struct Rule(Ident);

impl Parse for Rule {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Ident::parse_any).map(Self)
    }
}

/// A rule that can be switched off.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum AllowWord {
    SameNameAsType,
    AbstractFromConcrete,
    HasStreamBelowBase,
    NoMembers,
    ActionAndFunction,
    EntitySetPathWithoutEntity,
    StreamParameter,
    NameOfAType,
}

impl Keyword for AllowWord {
    fn name(self) -> &'static str {
        match self {
            Self::SameNameAsType => "same_name_as_type",
            Self::AbstractFromConcrete => "abstract_from_concrete",
            Self::HasStreamBelowBase => "has_stream_below_base",
            Self::NoMembers => "no_members",
            Self::ActionAndFunction => "action_and_function",
            Self::EntitySetPathWithoutEntity => "entity_set_path_without_entity",
            Self::StreamParameter => "stream_parameter",
            Self::NameOfAType => "name_of_a_type",
        }
    }
}

/// The rules that the items of a derive can switch off.
pub(super) fn words(derive: Derive) -> &'static [AllowWord] {
    match derive {
        Derive::Entity => &[AllowWord::SameNameAsType, AllowWord::AbstractFromConcrete, AllowWord::HasStreamBelowBase],
        Derive::Complex => &[AllowWord::SameNameAsType],
        Derive::Enum => &[AllowWord::SameNameAsType, AllowWord::NoMembers],
        Derive::TypeDefinition | Derive::Container | Derive::Term | Derive::Record => &[],
        Derive::Action | Derive::Function => &[
            AllowWord::ActionAndFunction,
            AllowWord::EntitySetPathWithoutEntity,
            AllowWord::StreamParameter,
            AllowWord::NameOfAType,
        ],
    }
}

impl Allow {
    /// Reads `allow(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word, derive: Derive) -> Self {
        let mut allow = Self::default();
        for Rule(rule) in word.list(ctxt, "same_name_as_type") {
            let name = rule.to_string();
            match keyword(&name, words(derive)) {
                Some(AllowWord::SameNameAsType) => allow.same_name_as_type = true,
                Some(AllowWord::AbstractFromConcrete) => allow.abstract_from_concrete = true,
                Some(AllowWord::HasStreamBelowBase) => allow.has_stream_below_base = true,
                Some(AllowWord::NoMembers) => allow.no_members = true,
                Some(AllowWord::ActionAndFunction) => allow.action_and_function = true,
                Some(AllowWord::EntitySetPathWithoutEntity) => allow.entity_set_path_without_entity = true,
                Some(AllowWord::StreamParameter) => allow.stream_parameter = true,
                Some(AllowWord::NameOfAType) => allow.name_of_a_type = true,
                None => ctxt.error(rule.span(), unknown_rule(&name, derive)),
            }
        }
        allow
    }
}

/// The message about a rule that does not exist or cannot be switched off.
fn unknown_rule(rule: &str, derive: Derive) -> String {
    let rules = words(derive);
    match nearest(rule, rules) {
        Some(near) => format!("unknown rule `{rule}`; did you mean `{near}`?"),
        None => format!("unknown rule `{rule}`; `allow` of {} takes {}", derive.noun(), listed(rules)),
    }
}
