//! Literals of CSDL as JSON.

use std::borrow::Cow;

use super::{Names, Printer};
use crate::{
    csdl::{Element, PrimitiveType},
    json::JsonReader,
};

/// Writes a literal of a primitive type: numbers with all their digits, and text where JSON has no such number.
pub(super) fn write_literal(json: &mut Printer, ty: PrimitiveType, text: &str) {
    let number = if is_number(ty) { number(text) } else { None };
    match (ty, text) {
        (PrimitiveType::Boolean, "true" | "false") => json.boolean(text == "true"),
        _ => match number {
            Some(digits) => json.number(&digits),
            None => json.string(text),
        },
    }
}

/// Writes a default value, whose type may be one of another document.
pub(super) fn write_default(json: &mut Printer, names: &Names<'_>, type_name: &str, text: &str) {
    match (names.primitive(type_name), names.element(type_name)) {
        (ty, None | Some(Element::Definition(_))) if text == "null" && ty != Some(PrimitiveType::String) => json.null(),
        (Some(ty), _) => write_literal(json, ty, text),
        (None, Some(Element::Enum(_))) => json.string(text),
        (None, _) if matches!(text, "true" | "false") => write_literal(json, PrimitiveType::Boolean, text),
        (None, _) => write_literal(json, PrimitiveType::Decimal, text),
    }
}

const fn is_number(ty: PrimitiveType) -> bool {
    ty.integer_range().is_some() || matches!(ty, PrimitiveType::Decimal | PrimitiveType::Double | PrimitiveType::Single)
}

/// Returns a literal as a number of JSON, which has no plus sign before it and no zeros.
fn number(text: &str) -> Option<Cow<'_, str>> {
    if is_json_number(text) {
        return Some(Cow::Borrowed(text));
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let zeros = digits.bytes().take_while(|byte| *byte == b'0').count();
    let has_more = digits.as_bytes().get(zeros).is_some_and(u8::is_ascii_digit);
    let digits = &digits[if has_more { zeros } else { zeros.saturating_sub(1) }..];
    let number = format!("{sign}{digits}");
    is_json_number(&number).then_some(Cow::Owned(number))
}

fn is_json_number(text: &str) -> bool {
    let has_only_digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    has_only_digits
        && JsonReader::new(text.as_bytes()).and_then(|mut reader| {
            reader.number()?;
            reader.finish()
        }) == Ok(())
}
