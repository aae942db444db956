//! Attributes of types.

use proc_macro2::{Ident, Span};
use syn::{
    Attribute, LitStr, Path, Token, Type,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::{
    Derive, Spanned,
    suggest::{listed, nearest},
    word::{Keyword, Vocabulary, Word, keyword, words},
};
use crate::{ctxt::Ctxt, name::RenameAll};

/// What `#[odata(..)]` says about a type.
pub(crate) struct TypeAttrs {
    /// `type = "namespace.name"`
    pub(crate) name: Option<LitStr>,
    /// `abstract`
    pub(crate) is_abstract: Option<Span>,
    /// `open`, `open = false`
    pub(crate) open: Option<Spanned<bool>>,
    /// `rename_all = ".."`
    pub(crate) rename_all: RenameAll,
    /// `allow(..)`
    pub(crate) allow: Allow,
    /// `serde = false` makes this `false`.
    pub(crate) serde: bool,
    /// `crate = "path"`
    pub(crate) crate_path: Option<Path>,
    /// `alias("short" = "namespace", ..)`
    pub(crate) aliases: Vec<Alias>,
    /// `types(..)`
    pub(crate) types: NamedTypes,
}

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
    fn read(ctxt: &Ctxt, word: Word) -> Self {
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

/// Rules that are switched off for a type.
#[derive(Clone, Copy, Default)]
pub(crate) struct Allow {
    /// A property may be named as its type.
    pub(crate) same_name_as_type: bool,
    /// An abstract type may derive from one that is not abstract.
    pub(crate) abstract_from_concrete: bool,
}

/// A short name for a namespace.
pub(crate) struct Alias {
    pub(crate) alias: LitStr,
    pub(crate) namespace: LitStr,
}

impl Parse for Alias {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let alias = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self { alias, namespace: input.parse()? })
    }
}

/// A word of `allow(..)`; keywords are words as well.
struct Rule(Ident);

impl Parse for Rule {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Ident::parse_any).map(Self)
    }
}

/// Words that belong to fields or variants.
const OF_FIELDS: &[(&str, &str)] = &[
    ("key", "belongs on a field"),
    ("base", "belongs on the field that holds the base type"),
    ("name", "belongs on a field; the name of the type is part of `type = \"namespace.name\"`"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("description", "is not an attribute: the doc comment of the type is its description"),
    ("nullable", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is not an attribute: a property is required unless its type is `Option<..>`"),
    ("namespace", "is not an attribute; the namespace is part of `type = \"namespace.name\"`"),
    ("dynamic", "belongs on the field that holds the dynamic properties; an open type is `open`"),
    ("computed", "belongs on a field"),
    ("immutable", "belongs on a field"),
    ("contains_target", "belongs on a field"),
    ("max_length", "belongs on a field"),
    ("precision", "belongs on a field"),
    ("scale", "belongs on a field"),
    ("default", "belongs on a field"),
    ("skip", "belongs on a field"),
    ("unknown", "belongs on a variant"),
    ("singleton", "belongs on a field of an entity container"),
    ("entity_set", "belongs on a field of an entity container"),
    ("types", "belongs on the entity container"),
    ("alias", "belongs on the entity container"),
];

/// Words that an enumeration type cannot have, and those of its variants.
const NOT_OF_ENUMS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("description", "is not an attribute: the doc comment of the type is its description"),
    ("underlying", "is not an attribute; the underlying type is `#[repr(..)]`"),
    ("name", "belongs on a variant; the name of the type is part of `type = \"namespace.name\"`"),
    ("unknown", "belongs on a variant"),
];

/// Words that an entity container cannot have, and those of its fields.
const NOT_OF_CONTAINERS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("serde", "applies to types with values only"),
    ("rename", "is not an attribute; the name of the container is part of `type = \"namespace.name\"`"),
    ("description", "is not an attribute: the doc comment of the container is its description"),
    ("singleton", "belongs on a field"),
    ("entity_set", "belongs on a field"),
    ("nullable", "belongs on a field"),
    ("name", "belongs on a field; the name of the container is part of `type = \"namespace.name\"`"),
];

/// A word of a type or a container.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TypeWord {
    Type,
    Abstract,
    Open,
    RenameAll,
    Allow,
    Serde,
    Crate,
    Alias,
    Types,
}

impl Keyword for TypeWord {
    fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Abstract => "abstract",
            Self::Open => "open",
            Self::RenameAll => "rename_all",
            Self::Allow => "allow",
            Self::Serde => "serde",
            Self::Crate => "crate",
            Self::Alias => "alias",
            Self::Types => "types",
        }
    }
}

impl TypeWord {
    const OF_STRUCTURED_TYPE: &[Self] =
        &[Self::Type, Self::Abstract, Self::Open, Self::RenameAll, Self::Allow, Self::Serde, Self::Crate];

    const OF_ENUM: &[Self] = &[Self::Type, Self::RenameAll, Self::Allow, Self::Serde, Self::Crate];

    const OF_CONTAINER: &[Self] = &[Self::Type, Self::Alias, Self::Types, Self::RenameAll, Self::Crate];
}

/// The words that an item can have.
pub(super) fn vocabulary(derive: Derive) -> Vocabulary<TypeWord> {
    let (keywords, elsewhere) = match derive {
        Derive::Entity | Derive::Complex => (TypeWord::OF_STRUCTURED_TYPE, OF_FIELDS),
        Derive::Enum => (TypeWord::OF_ENUM, NOT_OF_ENUMS),
        Derive::Container => (TypeWord::OF_CONTAINER, NOT_OF_CONTAINERS),
    };
    Vocabulary { noun: derive.noun(), keywords, elsewhere }
}

impl TypeAttrs {
    /// Reads the attributes of a type.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], derive: Derive) -> Self {
        let mut attrs = Self {
            name: None,
            is_abstract: None,
            open: None,
            rename_all: RenameAll::LowerCamel,
            allow: Allow::default(),
            serde: true,
            crate_path: None,
            aliases: Vec::new(),
            types: NamedTypes::default(),
        };
        for (keyword, word) in words(ctxt, attributes, &vocabulary(derive)) {
            attrs.set(ctxt, keyword, word);
        }
        attrs
    }

    fn set(&mut self, ctxt: &Ctxt, keyword: TypeWord, word: Word) {
        match keyword {
            TypeWord::Type => self.name = word.text(ctxt, "\"namespace.name\""),
            TypeWord::Abstract => self.is_abstract = word.flag(ctxt),
            TypeWord::Open => self.open = word.boolean(ctxt),
            TypeWord::RenameAll => self.rename_all = rename_all(ctxt, word).unwrap_or(RenameAll::LowerCamel),
            TypeWord::Allow => self.allow = Allow::read(ctxt, word),
            TypeWord::Serde => self.serde = word.boolean(ctxt).is_none_or(|serde| serde.value),
            TypeWord::Crate => {
                let path = word.text(ctxt, "\"path\"");
                self.crate_path = path.and_then(|path| ctxt.ok(path.parse_with(Path::parse_mod_style)));
            }
            TypeWord::Alias => self.aliases = word.list(ctxt, "\"short\" = \"namespace\""),
            TypeWord::Types => self.types = NamedTypes::read(ctxt, word),
        }
    }
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
fn rename_all(ctxt: &Ctxt, word: Word) -> Option<RenameAll> {
    let text = word.text(ctxt, "\"PascalCase\"")?;
    let found = keyword(&text.value(), &RENAME_ALL);
    if found.is_none() {
        let words = listed(&RENAME_ALL);
        ctxt.error(text.span(), format_args!("unknown rule `{}`; `rename_all` takes {words}", text.value()));
    }
    found
}

/// A rule that can be switched off.
#[derive(Clone, Copy, PartialEq)]
enum AllowWord {
    SameNameAsType,
    AbstractFromConcrete,
}

impl Keyword for AllowWord {
    fn name(self) -> &'static str {
        match self {
            Self::SameNameAsType => "same_name_as_type",
            Self::AbstractFromConcrete => "abstract_from_concrete",
        }
    }
}

impl AllowWord {
    const ALL: [Self; 2] = [Self::SameNameAsType, Self::AbstractFromConcrete];
}

impl Allow {
    /// Reads `allow(..)`.
    fn read(ctxt: &Ctxt, word: Word) -> Self {
        let mut allow = Self::default();
        for Rule(rule) in word.list(ctxt, "same_name_as_type") {
            let name = rule.to_string();
            match keyword(&name, &AllowWord::ALL) {
                Some(AllowWord::SameNameAsType) => allow.same_name_as_type = true,
                Some(AllowWord::AbstractFromConcrete) => allow.abstract_from_concrete = true,
                None => ctxt.error(rule.span(), unknown_rule(&name)),
            }
        }
        allow
    }
}

/// The message about a rule that does not exist or cannot be switched off.
fn unknown_rule(rule: &str) -> String {
    match nearest(rule, &AllowWord::ALL) {
        Some(near) => format!("unknown rule `{rule}`; did you mean `{near}`?"),
        None => format!("unknown rule `{rule}`; `allow` takes {}", listed(&AllowWord::ALL)),
    }
}
