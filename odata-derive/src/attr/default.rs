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
    let lit = word.literal(ctxt, "..")?;
    let kind = ctxt.ok(literal(&lit, "a default value"))?;
    let span = lit.lit.span();
    Some(DefaultValue { word: at, start: lit.minus.unwrap_or(span), span, kind })
}

/// Reads a literal. `what` it is begins the messages.
pub(super) fn literal(SignedLit { minus, lit }: &SignedLit, what: &str) -> syn::Result<DefaultKind> {
    let sign = if minus.is_some() { "-" } else { "" };
    Ok(match lit {
        Lit::Bool(value) if minus.is_none() => DefaultKind::Boolean(value.value),
        Lit::Str(text) if minus.is_none() => {
            docs::check_text(text, what)?;
            DefaultKind::Text(text.value())
        }
        // As a whole number, minus zero is zero.
        Lit::Int(number) if number.base10_digits() == "0" => DefaultKind::Number("0".to_owned()),
        Lit::Int(number) => DefaultKind::Number(format!("{sign}{}", number.base10_digits())),
        Lit::Float(number) => DefaultKind::Number(format!("{sign}{}", float_digits(number.base10_digits()))),
        other => {
            return Err(syn::Error::new(other.span(), format_args!("{what} is `true`, `false`, a number or a string")));
        }
    })
}

/// The digits of a floating-point number, with a zero after a point at the end: no OData number ends with a point.
fn float_digits(digits: &str) -> String {
    let zero = if digits.ends_with('.') { "0" } else { "" };
    format!("{digits}{zero}")
}
