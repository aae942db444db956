//! Facets: `max_length`, `precision`, `scale`, `unicode`, `srid`.

use proc_macro2::Span;
use syn::Lit;

use super::{
    Spanned,
    word::{SignedLit, Word},
};
use crate::ctxt::Ctxt;

/// The facet `MaxLength`.
pub(crate) struct MaxLength {
    /// The value, at least 1.
    pub(crate) value: u32,
    /// The span of the word.
    pub(crate) span: Span,
}

/// The facet `Precision` or `Scale`.
pub(crate) struct Digits<T> {
    /// The number of digits.
    pub(crate) value: T,
    pub(crate) word: Span,
    /// The span of the value.
    pub(crate) span: Span,
}

/// Reads `max_length = ..`.
pub(super) fn max_length(ctxt: &Ctxt, word: Word) -> Option<MaxLength> {
    let span = word.span;
    let SignedLit { minus, lit } = word.literal(ctxt, "50")?;
    let value = match &lit {
        Lit::Int(number) if minus.is_none() => number.base10_parse::<u32>().ok(),
        _ => None,
    };
    match value {
        Some(0) => ctxt.error(lit.span(), "`max_length` must be at least 1"),
        None => ctxt.error(lit.span(), format_args!("`max_length` is a whole number from 1 to {}", u32::MAX)),
        Some(_) => {}
    }
    value.filter(|&value| value > 0).map(|value| MaxLength { value, span })
}

/// The largest number of digits that the descriptor of a property can hold.
const MOST_DIGITS: u16 = u16::MAX - 1;

/// The largest number of a coordinate reference system: five digits, as literals in URLs have them.
const MOST_SRID: u32 = 99_999;

/// Reads `precision = ..`.
pub(super) fn precision(ctxt: &Ctxt, word: Word) -> Option<Digits<u16>> {
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
pub(super) fn scale(ctxt: &Ctxt, word: Word) -> Option<Digits<Option<u16>>> {
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

/// Reads `unicode = ..`.
pub(super) fn unicode(ctxt: &Ctxt, word: Word) -> Option<Spanned<bool>> {
    let span = word.span;
    match word.literal(ctxt, "false")? {
        SignedLit { minus: None, lit: Lit::Bool(value) } => Some(Spanned { value: value.value, span }),
        SignedLit { lit, .. } => {
            ctxt.error(lit.span(), "`unicode` is `true` or `false`");
            None
        }
    }
}

/// Reads `srid = ..`. Without a number it is `variable`.
pub(super) fn srid(ctxt: &Ctxt, word: Word) -> Option<Digits<Option<u32>>> {
    let at = word.span;
    let (value, span) = match word.word() {
        Some(variable) if variable == "variable" => {
            return Some(Digits { value: None, word: at, span: variable.span() });
        }
        Some(other) => (None, other.span()),
        None => match word.literal(ctxt, "4326")? {
            SignedLit { minus: None, lit: Lit::Int(number) } => (number.base10_parse().ok(), number.span()),
            SignedLit { lit, .. } => (None, lit.span()),
        },
    };
    let value = value.filter(|&value| value <= MOST_SRID);
    if value.is_none() {
        ctxt.error(span, format_args!("`srid` is `variable` or a whole number from 0 to {MOST_SRID}"));
    }
    value.map(|value| Digits { value: Some(value), word: at, span })
}

/// A number of digits, if the literal is one, and the span of the literal.
fn digits(SignedLit { minus, lit }: SignedLit) -> (Option<u16>, Span) {
    let value = match &lit {
        Lit::Int(number) if minus.is_none() => number.base10_parse().ok().filter(|&value| value <= MOST_DIGITS),
        _ => None,
    };
    (value, lit.span())
}
