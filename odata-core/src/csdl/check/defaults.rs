//! Default values (OData CSDL 4.01 §7.2.7).

use super::{
    super::{EnumType, Facets, MaxLength, Name, Place, PrimitiveType, Scale, TypeReference},
    facets::with,
    faults::{Faults, place_of},
    index::{Found, Index},
};
use crate::value::{Date, DateTimeOffset, Decimal, DecimalDigits, Duration, TimeOfDay, decode_base64, is_guid};

/// F6: the default value of a property or of a term is a literal of its type and within its facets.
pub(super) fn default_value(
    index: &Index<'_>,
    ty: &TypeReference,
    found: Found<'_>,
    default: &Name,
    (outer, target): (Place, &dyn Fn() -> String),
    faults: &mut Faults,
) {
    let message = match found {
        _ if ty.collection => Some("a collection cannot have a default value".to_owned()),
        Found::Primitive(primitive) => of_primitive(primitive, &ty.facets, default),
        Found::Definition(definition) => match index.find(&definition.underlying) {
            Found::Primitive(primitive) => of_primitive(primitive, &with(&ty.facets, &definition.facets), default),
            _ => None,
        },
        Found::Enum(of) => (!is_value(of, default)).then(|| not_a_value(default, &ty.name)),
        Found::Structured(_) => Some("a structured value cannot have a default value".to_owned()),
        _ => None,
    };
    if let Some(message) = message {
        faults.add("F6, OData CSDL 4.01 §7.2.7", place_of(default, outer), target(), message);
    }
}

fn not_a_value(text: &str, ty: &str) -> String {
    format!("default value `{text}` is not a value of `{ty}`")
}

/// Returns whether a text is a value of an enumeration type: a member, or a number; several if it has flags.
fn is_value(ty: &EnumType, text: &str) -> bool {
    let is_member = |text: &str| ty.members.iter().any(|member| member.name == *text) || text.parse::<i64>().is_ok();
    if ty.is_flags { text.split(',').map(str::trim).all(is_member) } else { is_member(text) }
}

fn of_primitive(primitive: PrimitiveType, facets: &Facets, text: &str) -> Option<String> {
    if !is_literal(primitive, text) {
        return Some(not_a_value(text, primitive.name()));
    }
    let length = match primitive {
        PrimitiveType::String => text.chars().count(),
        PrimitiveType::Binary => text.trim_end_matches('=').len() * 3 / 4,
        _ => 0,
    };
    let is_longer = matches!(facets.max_length, Some(MaxLength::Number(most)) if length as u64 > most);
    let excess = if is_longer {
        "is longer than `MaxLength` allows"
    } else if primitive == PrimitiveType::String && facets.unicode == Some(false) && !text.is_ascii() {
        "has characters beyond ASCII, which `Unicode` excludes"
    } else if primitive == PrimitiveType::Decimal && has_more_digits(facets, text) {
        "has more digits than `Precision` and `Scale` allow"
    } else {
        return None;
    };
    Some(format!("default value `{text}` {excess}"))
}

fn has_more_digits(facets: &Facets, text: &str) -> bool {
    let digits = DecimalDigits::of(text);
    let scale = match facets.scale {
        // Nothing is allowed after the point where nothing is said.
        None => Some(0),
        Some(Scale::Number(scale)) => Some(scale),
        Some(Scale::Variable | Scale::Floating) => None,
    };
    let whole = match (facets.precision, scale) {
        (Some(precision), Some(scale)) => Some(precision.saturating_sub(scale)),
        (precision, _) => precision,
    };
    let is_over = |most: Option<u64>, digits: u64| most.is_some_and(|most| digits > most);
    match scale {
        Some(_) => is_over(scale, digits.fraction) || is_over(whole, digits.whole),
        None => is_over(facets.precision, digits.whole + digits.fraction),
    }
}

/// Returns whether a text is a literal of a type; text is one of text.
pub(super) fn is_literal(primitive: PrimitiveType, text: &str) -> bool {
    match primitive {
        PrimitiveType::Boolean => matches!(text, "true" | "false"),
        PrimitiveType::Single | PrimitiveType::Double => matches!(text, "INF" | "-INF" | "NaN") || is_number(text),
        PrimitiveType::Decimal => Decimal::parse(text).is_ok(),
        PrimitiveType::Binary => decode_base64(text).is_some(),
        PrimitiveType::Guid => is_guid(text),
        PrimitiveType::Date => Date::parse(text).is_ok(),
        PrimitiveType::TimeOfDay => TimeOfDay::parse(text).is_ok(),
        PrimitiveType::DateTimeOffset => DateTimeOffset::parse(text).is_ok(),
        PrimitiveType::Duration => Duration::parse(text).is_ok(),
        PrimitiveType::String | PrimitiveType::Stream | PrimitiveType::Geo(_) | PrimitiveType::Untyped => true,
        integer => match (integer.integer_range(), text.parse::<i64>()) {
            (Some((least, greatest)), Ok(value)) => least <= value && value <= greatest,
            _ => false,
        },
    }
}

/// Returns whether a text is a number, with or without an exponent. The standard library reads names as well.
fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok()
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
}
