//! `default = ..`

use proc_macro2::Span;
use syn::Lit;

use super::word::{SignedLit, Word};
use crate::{ctxt::Ctxt, docs};

pub(crate) struct DefaultValue {
    pub(crate) word: Span,
    /// The span of the first token of the value: the minus sign, if there is one.
    pub(crate) start: Span,
    /// The span of the literal.
    pub(crate) span: Span,
    pub(crate) kind: DefaultKind,
}

/// A default value as it was written.
pub(crate) enum DefaultKind {
    /// `true` or `false`
    Boolean(bool),
    /// A number without suffix and `_`.
    Number(String),
    Text(String),
}

/// Reads `default = ..`.
pub(super) fn default_value(ctxt: &Ctxt, word: Word) -> Option<DefaultValue> {
    let at = word.span;
    let SignedLit { minus, lit } = word.literal(ctxt, "..")?;
    let sign = if minus.is_some() { "-" } else { "" };
    let kind = match &lit {
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
    Some(DefaultValue { word: at, start: minus.unwrap_or_else(|| lit.span()), span: lit.span(), kind })
}

/// The digits of a floating-point number, with a zero after a point at the end: no OData number ends with a point.
fn float_digits(digits: &str) -> String {
    let zero = if digits.ends_with('.') { "0" } else { "" };
    format!("{digits}{zero}")
}
