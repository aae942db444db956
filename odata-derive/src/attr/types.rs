//! Attributes of types.

use proc_macro2::{Ident, Span};
use syn::{
    Attribute, LitStr, Path, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use super::{
    Derive, Spanned,
    suggest::{listed, nearest},
    word::{Place, Word, words},
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
    /// The short name.
    pub(crate) alias: LitStr,
    /// The namespace.
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
    ("rename", "is no attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("description", "is no attribute: the doc comment of the type is its description"),
    ("nullable", "is no attribute: a property is nullable if its type is `Option<..>`"),
    ("optional", "is no attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is no attribute: a property is required unless its type is `Option<..>`"),
    ("namespace", "is no attribute; the namespace is part of `type = \"namespace.name\"`"),
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
];

/// Words that an enumeration type cannot have, and those of its variants.
const NOT_OF_ENUMS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("rename", "is no attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("description", "is no attribute: the doc comment of the type is its description"),
    ("underlying", "is no attribute; the underlying type is `#[repr(..)]`"),
    ("name", "belongs on a variant; the name of the type is part of `type = \"namespace.name\"`"),
    ("unknown", "belongs on a variant"),
];

/// Words that an entity container cannot have, and those of its fields.
const NOT_OF_CONTAINERS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("serde", "applies to types with values only"),
    ("rename", "is no attribute; the name of the container is part of `type = \"namespace.name\"`"),
    ("description", "is no attribute: the doc comment of the container is its description"),
    ("singleton", "belongs on a field"),
    ("entity_set", "belongs on a field"),
    ("nullable", "belongs on a field"),
    ("name", "belongs on a field; the name of the container is part of `type = \"namespace.name\"`"),
];

/// What can stand on a type of each kind.
fn place(derive: Derive) -> Place {
    let structured: &[&str] = &["type", "abstract", "open", "rename_all", "allow", "serde", "crate"];
    let (words, elsewhere): (&'static [&str], _) = match derive {
        Derive::Entity | Derive::Complex => (structured, OF_FIELDS),
        Derive::Enum => (&["type", "rename_all", "allow", "serde", "crate"], NOT_OF_ENUMS),
        Derive::Container => (&["type", "alias", "rename_all", "crate"], NOT_OF_CONTAINERS),
    };
    Place { noun: derive.noun(), words, elsewhere }
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
        };
        for word in words(ctxt, attributes, &place(derive)) {
            attrs.set(ctxt, word);
        }
        attrs
    }

    /// Takes one word.
    fn set(&mut self, ctxt: &Ctxt, word: Word) {
        match word.name.as_str() {
            "type" => self.name = word.text(ctxt, "\"namespace.name\""),
            "abstract" => self.is_abstract = word.flag(ctxt),
            "open" => self.open = word.boolean(ctxt),
            "rename_all" => self.rename_all = rename_all(ctxt, word).unwrap_or(RenameAll::LowerCamel),
            "allow" => self.allow = Allow::read(ctxt, word),
            "serde" => self.serde = word.boolean(ctxt).is_none_or(|serde| serde.value),
            "crate" => {
                let path = word.text(ctxt, "\"path\"");
                self.crate_path = path.and_then(|path| ctxt.ok(path.parse_with(Path::parse_mod_style)));
            }
            _ => self.aliases = word.list(ctxt, "\"short\" = \"namespace\""),
        }
    }
}

/// Reads `rename_all = ".."`.
fn rename_all(ctxt: &Ctxt, word: Word) -> Option<RenameAll> {
    let text = word.text(ctxt, "\"PascalCase\"")?;
    let found = RenameAll::from_word(&text.value());
    if found.is_none() {
        let words = listed(&RenameAll::WORDS);
        ctxt.error(text.span(), format_args!("unknown rule `{}`; `rename_all` takes {words}", text.value()));
    }
    found
}

impl Allow {
    /// The rules that can be switched off.
    const WORDS: [&str; 2] = ["same_name_as_type", "abstract_from_concrete"];

    /// Reads `allow(..)`.
    fn read(ctxt: &Ctxt, word: Word) -> Self {
        let mut allow = Self::default();
        for Rule(rule) in word.list(ctxt, "same_name_as_type") {
            match rule.to_string().as_str() {
                "same_name_as_type" => allow.same_name_as_type = true,
                "abstract_from_concrete" => allow.abstract_from_concrete = true,
                other => ctxt.error(rule.span(), unknown_rule(other)),
            }
        }
        allow
    }
}

/// The message about a rule that does not exist or cannot be switched off.
fn unknown_rule(rule: &str) -> String {
    match nearest(rule, &Allow::WORDS) {
        Some(near) => format!("unknown rule `{rule}`; did you mean `{near}`?"),
        None => format!("unknown rule `{rule}`; `allow` takes {}", listed(&Allow::WORDS)),
    }
}
