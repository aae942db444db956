//! Primitive values in URLs (OData ABNF 4.01, `primitiveLiteral` and `primitiveValue`).
//!
//! In expressions, key predicates and parameters a value is a literal: `'O''Neil'`, `duration'PT5M'`, `2024-02-29`.
//! Where its type is known and nothing comes after it, as for a key in a path segment, it is the bare value: `O'Neil`,
//! `PT5M`. Both are text without percent-encoding, which [`percent`](super::percent) is for.
//!
//! ```
//! use odata_core::{PropertyValue, Slot, uri::literal, value::Duration};
//!
//! let mut length = Duration::ZERO;
//! literal::read(&mut length, Duration::TYPE.edm, "duration'PT90S'")?;
//! assert_eq!(length, Duration::parse("PT1M30S").expect("a duration"));
//!
//! let mut text = String::new();
//! assert!(literal::write(length.view(), &mut text));
//! assert_eq!(text, "duration'PT1M30S'");
//! # Ok::<(), odata_core::uri::UriError>(())
//! ```
//!
//! | type | literal | bare value |
//! |---|---|---|
//! | `Edm.String` | `'O''Neil'` | `O'Neil` |
//! | `Edm.Duration` | `duration'PT5M'`, `'PT5M'` | `PT5M` |
//! | `Edm.Binary` | `binary'AQID'` | `AQID` |
//! | geography, geometry | `geography'SRID=4326;Point(13.4 52.5)'` | `SRID=4326;Point(13.4 52.5)` |
//! | an enumeration type | `fleet.fuel'diesel'`, `'diesel'`, `'1'` | `diesel` |
//! | `Edm.Single`, `Edm.Double` | `1.5`, `-2E9`, `INF`, `-INF`, `NaN` | the same |
//! | all others | `true`, `-5`, `1.50`, `2024-02-29`, `12:30:00` | the same |
//!
//! `null` is the literal of null. `Edm.Stream` and `Edm.Untyped` have no literals.

use std::fmt::Write as _;

use super::{
    UriError,
    quotes::{Quotes, push_quoted, quotes, unquote},
};
use crate::{
    ErrorCode,
    edm::{EdmType, PrimitiveType},
    geo::{self, GeoType},
    slot::{Input, Mismatch, Slot, ValueRef},
    value::{Date, DateTimeOffset, Decimal, TimeOfDay, encode_base64url, guid_fault, is_guid},
};

/// Reads a literal into a slot of a type.
///
/// # Errors
///
/// The text is not a literal of the type, or the slot does not take its value; the slot keeps the value that it has.
pub fn read(slot: &mut dyn Slot, ty: EdmType, text: &str) -> Result<(), UriError> {
    if text == "null" {
        let message = || format!("`null` where `{}` is not nullable", ty.name());
        return slot.put(Input::Null).map_err(|_| fault(ErrorCode::NULL_NOT_ALLOWED, text, 0, message()));
    }
    let offset = match ty {
        EdmType::Primitive(PrimitiveType::String) => return put_quoted(slot, ty, text, 0),
        _ => match quotes(ty, text) {
            Quotes::Without => return read_value(slot, ty, text),
            Quotes::Missing => return Err(no_literal(text, 0, ty)),
            Quotes::From(offset) => offset,
        },
    };
    put_quoted(slot, ty, text, offset)
}

/// Reads a bare value into a slot of a type: the content of a path segment, or of the body of a request for `$value`.
///
/// # Errors
///
/// As for [`read`].
///
/// ```
/// use odata_core::{PropertyValue, uri::literal};
///
/// let mut name = String::new();
/// literal::read_value(&mut name, String::TYPE.edm, "O'Neil")?;
/// assert_eq!(name, "O'Neil");
///
/// let error = literal::read_value(&mut 0_i32, i32::TYPE.edm, "12x").unwrap_err();
/// assert_eq!((error.offset(), error.message()), (2, "`12x` is not a value of `Edm.Int32`"));
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
pub fn read_value(slot: &mut dyn Slot, ty: EdmType, text: &str) -> Result<(), UriError> {
    let input = match ty {
        EdmType::Primitive(PrimitiveType::Geo(geo)) => return put_geo(slot, geo, text, text, 0),
        EdmType::Primitive(primitive) => input(primitive, text).map_err(|offset| no_literal(text, offset, ty))?,
        EdmType::Enum(_) => Input::Text(text),
        EdmType::Complex(_) | EdmType::Entity(_) => return Err(no_literal(text, 0, ty)),
    };
    put(slot, ty, text, 0, input)
}

/// Appends the literal of a value. Returns `false`, and appends nothing, for values without literals: streams,
/// untyped and structured values, collections.
///
/// ```
/// use odata_core::{Slot, uri::literal};
///
/// let mut text = "name eq ".to_owned();
/// assert!(literal::write("O'Neil".to_owned().view(), &mut text));
/// assert_eq!(text, "name eq 'O''Neil'");
/// ```
pub fn write(value: ValueRef<'_>, out: &mut String) -> bool {
    match value {
        ValueRef::Null => out.push_str("null"),
        ValueRef::Text(text) => push_quoted(text, out),
        ValueRef::Binary(bytes) => {
            out.push_str("binary");
            push_quoted(&encode_base64url(bytes), out);
        }
        ValueRef::Duration(duration) => push(format_args!("duration'{duration}'"), out),
        ValueRef::Geo(value) => {
            out.push_str(value.geo_type().space.prefix());
            push_quoted(&value.text(), out);
        }
        ValueRef::Enum(member) => {
            out.push_str(member.enum_descriptor().name);
            push_quoted(member.name(), out);
        }
        other => return write_value(other, out),
    }
    true
}

/// Appends the bare value, which [`read_value`] reads. Returns `false` for the same values as [`write()`], and for
/// null.
///
/// ```
/// use odata_core::{Slot, uri::literal};
///
/// let mut text = String::new();
/// assert!(literal::write_value("O'Neil".to_owned().view(), &mut text));
/// assert_eq!(text, "O'Neil");
/// assert!(!literal::write_value(None::<i32>.view(), &mut text));
/// ```
pub fn write_value(value: ValueRef<'_>, out: &mut String) -> bool {
    match value {
        ValueRef::Boolean(value) => out.push_str(if value { "true" } else { "false" }),
        ValueRef::Integer(value) | ValueRef::Int64(value) => out.push_str(itoa::Buffer::new().format(value)),
        ValueRef::Single(value) if value.is_finite() => out.push_str(zmij::Buffer::new().format_finite(value)),
        ValueRef::Single(value) => out.push_str(non_finite(value.into())),
        ValueRef::Double(value) if value.is_finite() => out.push_str(zmij::Buffer::new().format_finite(value)),
        ValueRef::Double(value) => out.push_str(non_finite(value)),
        ValueRef::Decimal(value) => value.with(|value| out.push_str(value.as_str())),
        ValueRef::Text(text) => out.push_str(text),
        ValueRef::Binary(bytes) => out.push_str(&encode_base64url(bytes)),
        ValueRef::Guid(guid) => out.push_str(guid.hyphenated().encode_lower(&mut [0; 36])),
        ValueRef::Date(date) => push(format_args!("{date}"), out),
        ValueRef::TimeOfDay(time) => push(format_args!("{time}"), out),
        ValueRef::DateTimeOffset(instant) => push(format_args!("{instant}"), out),
        ValueRef::Duration(duration) => push(format_args!("{duration}"), out),
        ValueRef::Enum(member) => out.push_str(member.name()),
        ValueRef::Geo(value) => out.push_str(&value.text()),
        ValueRef::Absent
        | ValueRef::Null
        | ValueRef::Stream(_)
        | ValueRef::Untyped(_)
        | ValueRef::Structured(_)
        | ValueRef::List(_) => return false,
    }
    true
}

/// Returns whether a text is a literal of any type: in quotes, with the name of a type in front or not, or one of those
/// without quotes.
///
/// ```
/// use odata_core::uri::literal::is_literal;
///
/// assert!(is_literal("'a''b'") && is_literal("catalog.availability'soldOut'") && is_literal("-1.50e3"));
/// assert!(!is_literal("abc") && !is_literal("'a'b'") && !is_literal("27:59"));
/// ```
pub fn is_literal(text: &str) -> bool {
    if let Some(quote) = text.find('\'') {
        let (name, quoted) = text.split_at(quote);
        let is_name = name.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '.'));
        return is_name && unquote(quoted).is_ok();
    }
    matches!(text, "null" | "true" | "false" | "INF" | "-INF" | "NaN")
        || Decimal::is_valid(text)
        || is_guid(text)
        || text.parse::<Date>().is_ok()
        || text.parse::<TimeOfDay>().is_ok()
        || text.parse::<DateTimeOffset>().is_ok()
}

/// Returns the input of a bare value for a slot of a primitive type, or the offset at which the text stops being one.
fn input(primitive: PrimitiveType, text: &str) -> Result<Input<'_>, usize> {
    let none_at = |offset: Option<usize>| offset.map_or(Ok(()), Err);
    Ok(match primitive {
        PrimitiveType::Boolean if text.eq_ignore_ascii_case("true") => Input::Boolean(true),
        PrimitiveType::Boolean if text.eq_ignore_ascii_case("false") => Input::Boolean(false),
        PrimitiveType::Boolean | PrimitiveType::Stream | PrimitiveType::Untyped => return Err(0),
        PrimitiveType::Single | PrimitiveType::Double if matches!(text, "INF" | "-INF" | "NaN") => Input::Text(text),
        // The parsers of floating-point numbers accept more.
        PrimitiveType::Single | PrimitiveType::Double => {
            none_at(Decimal::fault(text))?;
            Input::Number(text)
        }
        PrimitiveType::Decimal => Input::Number(text),
        _ if primitive.integer_range().is_some() => match text.parse() {
            Ok(integer) => Input::Integer(integer),
            // Slots refuse values as too large if they have no other fault.
            Err(_) => {
                let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
                let sign = text.len() - digits.len();
                none_at(if digits.is_empty() { Some(sign) } else { None })?;
                none_at(digits.find(|digit: char| !digit.is_ascii_digit()).map(|offset| sign + offset))?;
                Input::Number(text)
            }
        },
        // The parser accepts it.
        PrimitiveType::Duration if text.starts_with('+') => return Err(0),
        // Only the alphabet of URLs.
        PrimitiveType::Binary => {
            none_at(text.find(['+', '/']))?;
            Input::Text(text)
        }
        _ => Input::Text(text),
    })
}

/// Reads the quoted text that starts at `start`.
fn put_quoted(slot: &mut dyn Slot, ty: EdmType, text: &str, start: usize) -> Result<(), UriError> {
    let content = unquote(&text[start..]).map_err(|offset| no_literal(text, start + offset, ty))?;
    let input = match ty {
        EdmType::Primitive(PrimitiveType::Geo(geo)) => return put_geo(slot, geo, text, &content, start + 1),
        EdmType::Primitive(primitive) => {
            input(primitive, &content).map_err(|offset| no_literal(text, start + 1 + offset, ty))?
        }
        _ => Input::Text(&content),
    };
    put(slot, ty, text, start, input)
}

/// Puts well-known text, which starts at an offset of a literal.
fn put_geo(slot: &mut dyn Slot, ty: GeoType, text: &str, content: &str, start: usize) -> Result<(), UriError> {
    let json = geo::json_of_text(ty, content)
        .map_err(|error| fault(ErrorCode::INVALID_LITERAL, text, start + error.offset(), error.to_string()))?;
    put(slot, EdmType::Primitive(PrimitiveType::Geo(ty)), text, 0, Input::Json(&json))
}

fn put(slot: &mut dyn Slot, ty: EdmType, text: &str, offset: usize, input: Input<'_>) -> Result<(), UriError> {
    slot.put(input).map_err(|mismatch| match (mismatch, ty) {
        (Mismatch::Range, _) => {
            fault(ErrorCode::OUT_OF_RANGE, text, offset, format!("`{text}` is out of the range of `{}`", ty.name()))
        }
        (Mismatch::Member, EdmType::Enum(descriptor)) => {
            let message = format!("`{text}` is not a member of `{}`", descriptor.name);
            fault(ErrorCode::UNKNOWN_MEMBER, text, offset, message)
                .with_possible(descriptor.members.iter().map(|member| member.name))
        }
        (_, EdmType::Primitive(PrimitiveType::Guid)) => no_literal(text, offset + guid_fault(text), ty),
        (_, EdmType::Primitive(PrimitiveType::Decimal)) => {
            no_literal(text, offset + Decimal::fault(text).unwrap_or_default(), ty)
        }
        _ => no_literal(text, offset, ty),
    })
}

#[cold]
fn no_literal(text: &str, offset: usize, ty: EdmType) -> UriError {
    fault(ErrorCode::INVALID_LITERAL, text, offset, format!("`{text}` is not a value of `{}`", ty.name()))
}

#[cold]
fn fault(code: ErrorCode, text: &str, offset: usize, message: String) -> UriError {
    UriError::new(code, offset, text.get(offset..).unwrap_or_default(), message).within(text, |offset| offset)
}

fn push(arguments: std::fmt::Arguments<'_>, out: &mut String) {
    let written = out.write_fmt(arguments);
    debug_assert!(written.is_ok(), "a string accepts all text");
}

fn non_finite(value: f64) -> &'static str {
    match value {
        _ if value.is_nan() => "NaN",
        _ if value > 0.0 => "INF",
        _ => "-INF",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slot::PropertyValue;

    fn read_as<T: PropertyValue>(text: &str) -> Result<String, UriError> {
        let mut slot = T::blank();
        read(&mut slot, T::TYPE.edm, text)?;
        let mut written = String::new();
        assert!(write(slot.view(), &mut written));
        Ok(written)
    }

    #[test]
    fn literals_of_all_types_are_known() {
        for literal in [
            "''",
            "'a''b'",
            "duration'P1D'",
            "catalog.availability'soldOut'",
            "5",
            "-1.50e3",
            "true",
            "null",
            "f90ca1a5-a1a5-f90c-a5a1-0cf9a5a10cf9",
            "2024-02-29",
            "07:59:59.5",
            "2024-01-01T00:00:00+02:00",
        ] {
            assert!(is_literal(literal), "{literal}");
        }
        for broken in ["", "abc", "yes", "'a'b'", "'a", "a'", "'a'b", "-'a'", "5'", "1x", "f90ca1a5", "27:59", "@p"] {
            assert!(!is_literal(broken), "{broken}");
        }
    }

    #[test]
    fn each_type_has_its_literals() {
        use crate::value::{Duration, Guid};
        assert_eq!(read_as::<bool>("TRUE").as_deref(), Ok("true"));
        assert_eq!(read_as::<u8>("255").as_deref(), Ok("255"));
        assert_eq!(read_as::<i8>("-128").as_deref(), Ok("-128"));
        assert_eq!(read_as::<i64>("+009223372036854775807").as_deref(), Ok("9223372036854775807"));
        assert_eq!(read_as::<f64>("-0.314e1").as_deref(), Ok("-3.14"));
        assert_eq!(read_as::<f32>("-INF").as_deref(), Ok("-INF"));
        assert_eq!(read_as::<f64>("NaN").as_deref(), Ok("NaN"));
        assert_eq!(read_as::<f64>("5").as_deref(), Ok("5.0"));
        assert_eq!(read_as::<Decimal>("+012.50").as_deref(), Ok("12.50"));
        assert_eq!(read_as::<String>("'O''Neil'").as_deref(), Ok("'O''Neil'"));
        assert_eq!(read_as::<String>("'null'").as_deref(), Ok("'null'"));
        assert_eq!(read_as::<Option<String>>("null").as_deref(), Ok("null"));
        assert_eq!(read_as::<Vec<u8>>("Binary'Zg=='").as_deref(), Ok("binary'Zg'"));
        assert_eq!(
            read_as::<Guid>("F90CA1A5-A1A5-F90C-A5A1-0CF9A5A10CF9").unwrap(),
            "f90ca1a5-a1a5-f90c-a5a1-0cf9a5a10cf9"
        );
        assert_eq!(read_as::<Date>("2024-02-29").as_deref(), Ok("2024-02-29"));
        assert_eq!(read_as::<TimeOfDay>("12:30").as_deref(), Ok("12:30"));
        assert_eq!(read_as::<DateTimeOffset>("2024-02-29T12:30+02:00").as_deref(), Ok("2024-02-29T12:30+02:00"));
        assert_eq!(read_as::<Duration>("'PT90S'").as_deref(), Ok("duration'PT1M30S'"));
        assert_eq!(read_as::<Duration>("DURATION'PT90S'").as_deref(), Ok("duration'PT1M30S'"));
    }

    #[test]
    fn faulty_literals_have_a_position() {
        use crate::value::{Duration, Guid};
        fn fails<T: PropertyValue>(text: &str, code: ErrorCode, offset: usize) {
            let error = read_as::<T>(text).expect_err(text);
            assert_eq!((error.code(), error.offset()), (code, offset), "{error}");
        }
        fails::<bool>("yes", ErrorCode::INVALID_LITERAL, 0);
        fails::<bool>("null", ErrorCode::NULL_NOT_ALLOWED, 0);
        fails::<u8>("256", ErrorCode::OUT_OF_RANGE, 0);
        fails::<u8>("-", ErrorCode::INVALID_LITERAL, 1);
        fails::<i64>("-99999999999999999999", ErrorCode::OUT_OF_RANGE, 0);
        fails::<i32>("-12x", ErrorCode::INVALID_LITERAL, 3);
        fails::<i32>("1.0", ErrorCode::INVALID_LITERAL, 1);
        fails::<f64>("1e999", ErrorCode::OUT_OF_RANGE, 0);
        fails::<f64>("inf", ErrorCode::INVALID_LITERAL, 0);
        fails::<f64>("1.", ErrorCode::INVALID_LITERAL, 2);
        fails::<Decimal>(".1", ErrorCode::INVALID_LITERAL, 0);
        fails::<Decimal>("NaN", ErrorCode::INVALID_LITERAL, 0);
        fails::<String>("'a'b'", ErrorCode::INVALID_LITERAL, 3);
        fails::<String>("abc", ErrorCode::INVALID_LITERAL, 0);
        fails::<Vec<u8>>("X'1a2B'", ErrorCode::INVALID_LITERAL, 0);
        fails::<Vec<u8>>("'Zg=='", ErrorCode::INVALID_LITERAL, 0);
        fails::<Vec<u8>>("binary'+/8='", ErrorCode::INVALID_LITERAL, 7);
        fails::<Duration>("'+PT5M'", ErrorCode::INVALID_LITERAL, 1);
        fails::<Guid>("01234567-89ab-cdef-456789abcdef", ErrorCode::INVALID_LITERAL, 23);
        fails::<Guid>("01234567-89ab-cdef-0123-456789abcdef0", ErrorCode::INVALID_LITERAL, 36);
        fails::<Duration>("PT5M", ErrorCode::INVALID_LITERAL, 0);
        fails::<Duration>("duration'P1Y'", ErrorCode::INVALID_LITERAL, 8);
        fails::<Date>("2023-02-29", ErrorCode::INVALID_LITERAL, 0);
    }
}
