//! Default values (OData CSDL 4.01 §7.2.7).

use super::{fail, form, same_bytes, same_text};
use crate::{
    edm::{DefaultValue, EdmType, EnumDescriptor, PrimitiveType, PropertyType},
    value::{Date, DateTimeOffset, Decimal, Duration, TimeOfDay, is_guid},
};

/// Checks that the default value is a literal of the type (OData CSDL 4.01 §7.2.7).
#[track_caller]
pub const fn default_value(property: &str, ty: &PropertyType, literal: DefaultValue) {
    if ty.fault.is_some() {
        return;
    }
    if ty.collection || ty.navigation {
        fail(&["only a single structural value can have a default value, and `", property, "` is not one"]);
    }
    let (type_name, valid) = match ty.edm {
        EdmType::Primitive(primitive) => (primitive.name(), is_literal(primitive, literal)),
        EdmType::Enum(descriptor) => {
            let found = match literal {
                DefaultValue::Text(text) if descriptor.is_flags => are_members(descriptor, text.as_bytes()),
                DefaultValue::Text(text) => is_member(descriptor, text.as_bytes()),
                _ => false,
            };
            (descriptor.name, found || descriptor.name.is_empty())
        }
        EdmType::Complex(_) | EdmType::Entity(_) => fail(&["a structured property cannot have a default value"]),
    };
    if !valid {
        let quote = if matches!(literal, DefaultValue::Text(_)) { "\"" } else { "" };
        let parts = ["default value `", quote, literal.text(), quote, "` is not a value of `", type_name, "`"];
        let [write, before, form, after] = form::right(ty.edm, literal);
        fail(&[parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], write, before, form, after]);
    }
}

/// Returns whether a text is the name of a member.
const fn is_member(descriptor: &EnumDescriptor, text: &[u8]) -> bool {
    let mut at = 0;
    while at < descriptor.members.len() {
        if same_bytes(descriptor.members[at].name.as_bytes(), text) {
            return true;
        }
        at += 1;
    }
    false
}

/// Returns whether a text is the names of members with commas between them, or no member at all.
const fn are_members(descriptor: &EnumDescriptor, text: &[u8]) -> bool {
    if same_bytes(text, b"0") {
        return true;
    }
    let (mut start, mut at) = (0, 0);
    while at <= text.len() {
        if at == text.len() || text[at] == b',' {
            if !is_member(descriptor, text.split_at(at).0.split_at(start).1) {
                return false;
            }
            start = at + 1;
        }
        at += 1;
    }
    true
}

/// Checks the type of a default value that is too large for `Edm.Single`, and perhaps for `Edm.Double`.
#[track_caller]
pub const fn default_float(ty: &PropertyType, text: &str, is_double: bool) {
    if ty.fault.is_some() || ty.collection || ty.navigation {
        return;
    }
    match ty.edm {
        EdmType::Primitive(PrimitiveType::Double) if is_double => {}
        EdmType::Primitive(primitive @ (PrimitiveType::Single | PrimitiveType::Double)) => {
            fail(&["default value `", text, "` is too large for `", primitive.name(), "`"]);
        }
        _ => {}
    }
}

pub(crate) const fn is_literal(primitive: PrimitiveType, literal: DefaultValue) -> bool {
    match (primitive, literal) {
        (PrimitiveType::Boolean, DefaultValue::Boolean(_))
        | (PrimitiveType::String, DefaultValue::Text(_))
        | (PrimitiveType::Single | PrimitiveType::Double, DefaultValue::Number(_)) => true,
        (PrimitiveType::Single | PrimitiveType::Double, DefaultValue::Text(text)) => {
            same_text(text, "INF") || same_text(text, "-INF") || same_text(text, "NaN")
        }
        (PrimitiveType::Decimal, DefaultValue::Number(text)) => Decimal::is_valid(text),
        (PrimitiveType::Binary, DefaultValue::Text(text)) => is_base64url(text),
        (PrimitiveType::Guid, DefaultValue::Text(text)) => is_guid(text),
        (PrimitiveType::Date, DefaultValue::Text(text)) => Date::parse(text).is_ok(),
        (PrimitiveType::TimeOfDay, DefaultValue::Text(text)) => TimeOfDay::parse(text).is_ok(),
        (PrimitiveType::DateTimeOffset, DefaultValue::Text(text)) => DateTimeOffset::parse(text).is_ok(),
        (PrimitiveType::Duration, DefaultValue::Text(text)) => Duration::parse(text).is_ok(),
        (integer, DefaultValue::Number(text)) => match (integer.integer_range(), i64::from_str_radix(text, 10)) {
            (Some((least, greatest)), Ok(value)) => least <= value && value <= greatest,
            _ => false,
        },
        _ => false,
    }
}

const fn is_base64url(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_alphanumeric() || bytes[at] == b'-' || bytes[at] == b'_') {
            return false;
        }
        at += 1;
    }
    // The last character has bits that belong to no byte, which must be zero.
    match bytes.len() % 4 {
        0 => true,
        2 => matches!(bytes[at - 1], b'A' | b'Q' | b'g' | b'w'),
        3 => matches!(
            bytes[at - 1],
            b'A' | b'E'
                | b'I'
                | b'M'
                | b'Q'
                | b'U'
                | b'Y'
                | b'c'
                | b'g'
                | b'k'
                | b'o'
                | b's'
                | b'w'
                | b'0'
                | b'4'
                | b'8'
        ),
        _ => false,
    }
}
