//! Attributes of fields.

use proc_macro2::Span;
use syn::{Attribute, Lit, LitStr};

use super::{
    Derive,
    word::{Literal, Place, Word, words},
};
use crate::{ctxt::Ctxt, docs};

/// What `#[odata(..)]` says about a field.
#[derive(Default)]
pub(crate) struct FieldAttrs {
    /// `base`
    pub(crate) base: Option<Span>,
    /// `no_deref`
    pub(crate) no_deref: Option<Span>,
    /// `key`
    pub(crate) key: Option<Span>,
    /// `name = ".."`
    pub(crate) name: Option<LitStr>,
    /// `computed`
    pub(crate) computed: Option<Span>,
    /// `immutable`
    pub(crate) immutable: Option<Span>,
    /// `contains_target`
    pub(crate) contains_target: Option<Span>,
    /// `default = ..`
    pub(crate) default: Option<DefaultValue>,
    /// `max_length = ..`
    pub(crate) max_length: Option<MaxLength>,
    /// `precision = ..`
    pub(crate) precision: Option<Digits<u16>>,
    /// `scale = ..`, where `variable` is no number.
    pub(crate) scale: Option<Digits<Option<u16>>>,
    /// `skip`
    pub(crate) skip: Option<Span>,
    /// `dynamic`
    pub(crate) dynamic: Option<Span>,
    /// `singleton`
    pub(crate) singleton: Option<Span>,
    /// `entity_set`
    pub(crate) entity_set: Option<Span>,
    /// `nullable`
    pub(crate) nullable: Option<Span>,
}

/// The facet `MaxLength`.
pub(crate) struct MaxLength {
    /// The value, at least 1.
    pub(crate) value: u32,
    /// Where the word stands.
    pub(crate) span: Span,
}

/// The facet `Precision` or `Scale`.
pub(crate) struct Digits<T> {
    /// The number of digits.
    pub(crate) value: T,
    /// Where the word stands.
    pub(crate) word: Span,
    /// Where the value stands.
    pub(crate) span: Span,
}

/// A default value.
pub(crate) struct DefaultValue {
    /// Where the word stands.
    pub(crate) word: Span,
    /// Where the first token of the literal stands.
    pub(crate) start: Span,
    /// Where the literal stands.
    pub(crate) span: Span,
    /// The literal.
    pub(crate) kind: DefaultKind,
}

/// A default value as it was written.
pub(crate) enum DefaultKind {
    /// `true` or `false`
    Boolean(bool),
    /// A number without suffix and `_`.
    Number(String),
    /// Text.
    Text(String),
}

/// Words that a property can have.
const PROPERTY: &[&str] = &[
    "base",
    "key",
    "name",
    "computed",
    "immutable",
    "contains_target",
    "default",
    "max_length",
    "precision",
    "scale",
    "skip",
    "dynamic",
    "no_deref",
];

/// The same for a complex type, which has no key.
const COMPLEX_PROPERTY: &[&str] = &[
    "base",
    "name",
    "computed",
    "immutable",
    "contains_target",
    "default",
    "max_length",
    "precision",
    "scale",
    "skip",
    "dynamic",
    "no_deref",
];

/// Words that do not belong on a field of an entity type or complex type.
const NOT_OF_FIELDS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only: a complex type has no key"),
    ("abstract", "belongs on the type"),
    ("open", "belongs on the type"),
    ("type", "belongs on the type; a property's name is `name = \"..\"`"),
    ("rename", "is no attribute; a property's name is `name = \"..\"`"),
    ("rename_all", "belongs on the type"),
    ("crate", "belongs on the type"),
    ("serde", "belongs on the type"),
    ("nullable", "is no attribute of a property: a property is nullable if its type is `Option<..>`"),
    ("optional", "is no attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is no attribute: a property is required unless its type is `Option<..>`"),
    ("description", "is no attribute: the doc comment of a field is its description"),
    ("navigation", "is no attribute: a navigation property has the type `Nav<..>`"),
    ("singleton", "applies to the fields of entity containers only"),
    ("entity_set", "applies to the fields of entity containers only"),
    ("unknown", "applies to the variants of enumeration types only"),
];

/// Words that do not belong on a field of an entity container.
const NOT_OF_CHILDREN: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "applies to the fields of entity types and complex types only"),
    ("contains_target", "applies to the fields of entity types and complex types only"),
    ("rename", "is no attribute; a child's name is `name = \"..\"`"),
    ("optional", "is no attribute: a singleton that may have no value is `nullable`"),
    ("required", "is no attribute: a singleton has a value unless it is `nullable`"),
    ("description", "is no attribute: the doc comment of a field is its description"),
    ("type", "belongs on the container"),
    ("alias", "belongs on the container"),
];

/// What can stand on a field.
fn place(derive: Derive) -> Place {
    match derive {
        Derive::Entity => Place { noun: "a field of an entity type", words: PROPERTY, elsewhere: NOT_OF_FIELDS },
        Derive::Complex | Derive::Enum => {
            Place { noun: "a field of a complex type", words: COMPLEX_PROPERTY, elsewhere: NOT_OF_FIELDS }
        }
        Derive::Container => Place {
            noun: "a field of an entity container",
            words: &["singleton", "entity_set", "nullable", "name"],
            elsewhere: NOT_OF_CHILDREN,
        },
    }
}

impl FieldAttrs {
    /// Reads the attributes of a field.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], derive: Derive) -> Self {
        let mut attrs = Self::default();
        for word in words(ctxt, attributes, &place(derive)) {
            attrs.set(ctxt, word);
        }
        attrs
    }

    /// Takes one word.
    fn set(&mut self, ctxt: &Ctxt, word: Word) {
        match word.name.as_str() {
            "name" => self.name = word.text(ctxt, "\"..\""),
            "default" => self.default = default_value(ctxt, word),
            "max_length" => self.max_length = max_length(ctxt, word),
            "precision" => self.precision = precision(ctxt, word),
            "scale" => self.scale = scale(ctxt, word),
            "base" => self.base = word.flag(ctxt),
            "no_deref" => self.no_deref = word.flag(ctxt),
            "key" => self.key = word.flag(ctxt),
            "computed" => self.computed = word.flag(ctxt),
            "immutable" => self.immutable = word.flag(ctxt),
            "contains_target" => self.contains_target = word.flag(ctxt),
            "skip" => self.skip = word.flag(ctxt),
            "dynamic" => self.dynamic = word.flag(ctxt),
            "singleton" => self.singleton = word.flag(ctxt),
            "entity_set" => self.entity_set = word.flag(ctxt),
            _ => self.nullable = word.flag(ctxt),
        }
    }

    /// Whether a facet is declared.
    pub(crate) fn has_facets(&self) -> bool {
        self.max_length.is_some() || self.precision.is_some() || self.scale.is_some()
    }

    /// The words that say something about a property, with their places.
    pub(crate) fn of_properties(&self) -> Vec<(&'static str, Span)> {
        let all = [
            ("key", self.key),
            ("name", self.name.as_ref().map(LitStr::span)),
            ("computed", self.computed),
            ("immutable", self.immutable),
            ("contains_target", self.contains_target),
            ("default", self.default.as_ref().map(|default| default.word)),
            ("max_length", self.max_length.as_ref().map(|facet| facet.span)),
            ("precision", self.precision.as_ref().map(|facet| facet.word)),
            ("scale", self.scale.as_ref().map(|facet| facet.word)),
        ];
        all.into_iter().filter_map(|(word, span)| Some((word, span?))).collect()
    }
}

/// Reads `default = ..`.
fn default_value(ctxt: &Ctxt, word: Word) -> Option<DefaultValue> {
    let at = word.span;
    let Literal { minus, literal } = word.literal(ctxt, "..")?;
    let sign = if minus.is_some() { "-" } else { "" };
    let kind = match &literal {
        Lit::Bool(value) if minus.is_none() => DefaultKind::Boolean(value.value),
        Lit::Str(text) if minus.is_none() => {
            if let Some(bad) = text.value().chars().find(|&character| !docs::is_in_xml(character)) {
                let code = u32::from(bad);
                ctxt.error(
                    text.span(),
                    format_args!("a default value cannot hold U+{code:04X}: XML has no such character"),
                );
                return None;
            }
            DefaultKind::Text(text.value())
        }
        // As a whole number, minus zero is zero.
        Lit::Int(number) if number.base10_digits() == "0" => DefaultKind::Number("0".to_owned()),
        Lit::Int(number) => DefaultKind::Number(format!("{sign}{}", number.base10_digits())),
        Lit::Float(number) => DefaultKind::Number(format!("{sign}{}", float_digits(number.base10_digits()))),
        other => {
            ctxt.error(other.span(), "a default value is `true`, `false`, a number or a string");
            return None;
        }
    };
    Some(DefaultValue { word: at, start: minus.unwrap_or_else(|| literal.span()), span: literal.span(), kind })
}

/// The digits of a floating-point number, also after a point at the end: no OData number ends with one.
fn float_digits(digits: &str) -> String {
    let behind = if digits.ends_with('.') { "0" } else { "" };
    format!("{digits}{behind}")
}

/// Reads `max_length = ..`.
fn max_length(ctxt: &Ctxt, word: Word) -> Option<MaxLength> {
    let span = word.span;
    let Literal { minus, literal } = word.literal(ctxt, "50")?;
    let value = match &literal {
        Lit::Int(number) if minus.is_none() => number.base10_parse::<u32>().ok(),
        _ => None,
    };
    match value {
        Some(0) => ctxt.error(literal.span(), "`max_length` must be at least 1"),
        None => ctxt.error(literal.span(), format_args!("`max_length` is a whole number from 1 to {}", u32::MAX)),
        Some(_) => {}
    }
    value.filter(|&value| value > 0).map(|value| MaxLength { value, span })
}

/// The greatest number of digits that the descriptor of a property can hold.
const MOST_DIGITS: u16 = u16::MAX - 1;

/// Reads `precision = ..`.
fn precision(ctxt: &Ctxt, word: Word) -> Option<Digits<u16>> {
    let at = word.span;
    let (value, span) = match word.word() {
        Some(other) => (None, other.span()),
        None => digits(word.literal(ctxt, "10")?),
    };
    if value.is_none() {
        ctxt.error(span, format_args!("`precision` is a whole number from 0 to {MOST_DIGITS}"));
    }
    value.map(|value| Digits { value, word: at, span })
}

/// Reads `scale = ..`.
fn scale(ctxt: &Ctxt, word: Word) -> Option<Digits<Option<u16>>> {
    let at = word.span;
    let (value, span) = match word.word() {
        Some(variable) if variable == "variable" => {
            return Some(Digits { value: None, word: at, span: variable.span() });
        }
        Some(other) => (None, other.span()),
        None => digits(word.literal(ctxt, "2")?),
    };
    if value.is_none() {
        ctxt.error(span, format_args!("`scale` is `variable` or a whole number from 0 to {MOST_DIGITS}"));
    }
    value.map(|value| Digits { value: Some(value), word: at, span })
}

/// A number of digits, if the literal is one, and where it stands.
fn digits(Literal { minus, literal }: Literal) -> (Option<u16>, Span) {
    let value = match &literal {
        Lit::Int(number) if minus.is_none() => number.base10_parse().ok().filter(|&value| value <= MOST_DIGITS),
        _ => None,
    };
    (value, literal.span())
}
