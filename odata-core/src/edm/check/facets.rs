//! Rules about facets.

use super::{default::is_literal, fail};
use crate::{
    edm::{DefaultValue, EdmType, Excess, Facets, PrimitiveType, PropertyType},
    value::{DateTimeOffset, DecimalDigits, Duration, TimeOfDay, significant_digits},
};

/// Checks that the facet `MaxLength` applies to the type (OData CSDL 4.01 §7.2.2).
#[track_caller]
pub const fn max_length(ty: &PropertyType) {
    if !matches!(ty.edm, EdmType::Primitive(primitive) if primitive.has_max_length()) {
        does_not_apply("max_length", ty);
    }
}

/// Checks that the facet `Precision` applies to the type (OData CSDL 4.01 §7.2.3).
#[track_caller]
pub const fn precision(ty: &PropertyType) {
    if !matches!(ty.edm, EdmType::Primitive(primitive) if primitive.has_precision()) {
        does_not_apply("precision", ty);
    }
}

/// Checks that the facet `Precision` is in the type's range (OData CSDL 4.01 §7.2.3).
#[track_caller]
pub const fn precision_value(ty: &PropertyType, value: u16) {
    let EdmType::Primitive(primitive) = ty.edm else { return };
    if matches!(primitive, PrimitiveType::Decimal) && value == 0 {
        fail(&["`precision` of `Edm.Decimal` must be at least 1"]);
    }
    if primitive.is_temporal() && value > 12 {
        fail(&["`precision` of `", primitive.name(), "` must be from 0 to 12"]);
    }
}

/// Checks that the facet `Scale` applies to the type (OData CSDL 4.01 §7.2.4).
#[track_caller]
pub const fn scale(ty: &PropertyType) {
    if !matches!(ty.edm, EdmType::Primitive(PrimitiveType::Decimal)) {
        does_not_apply("scale", ty);
    }
}

/// Checks that the facet `Unicode` applies to the type (OData CSDL 4.01 §7.2.5).
#[track_caller]
pub const fn unicode(ty: &PropertyType) {
    if !matches!(ty.edm, EdmType::Primitive(PrimitiveType::String)) {
        does_not_apply("unicode", ty);
    }
}

/// Checks that the facet `SRID` applies to the type (OData CSDL 4.01 §7.2.6).
#[track_caller]
pub const fn srid(ty: &PropertyType) {
    if ty.geo().is_none() {
        does_not_apply("srid", ty);
    }
}

/// Checks that a default value has ASCII characters alone. A default value of another type is a fault of another rule.
#[track_caller]
pub const fn default_is_ascii(ty: &PropertyType, literal: DefaultValue) {
    let is_text = matches!(ty.edm, EdmType::Primitive(PrimitiveType::String)) && !ty.collection;
    if let (true, DefaultValue::Text(text)) = (is_text, literal)
        && !text.is_ascii()
    {
        fail(&["default value `\"", text, "\"` has characters beyond ASCII, which `unicode = false` excludes"]);
    }
}

#[track_caller]
const fn does_not_apply(facet: &str, ty: &PropertyType) -> ! {
    match ty.edm {
        EdmType::Primitive(primitive) => fail(&["`", facet, "` does not apply to `", primitive.name(), "`"]),
        EdmType::Enum(descriptor) => {
            fail(&["`", facet, "` does not apply to enumeration type `", descriptor.name, "`"]);
        }
        EdmType::Complex(_) | EdmType::Entity(_) => fail(&["`", facet, "` does not apply to structured types"]),
    }
}

/// Checks that the facets allow the default value. A default value of another type is a fault of another rule.
#[track_caller]
pub const fn default_fits(ty: &PropertyType, literal: DefaultValue, facets: Facets) {
    let EdmType::Primitive(primitive) = ty.edm else { return };
    if ty.fault.is_some() || ty.collection || ty.navigation || !is_literal(primitive, literal) {
        return;
    }
    let text = literal.text();
    let excess = match primitive {
        PrimitiveType::String => facets.excess_of_length(characters(text)),
        PrimitiveType::Binary => facets.excess_of_length(text.len() * 3 / 4),
        // A precision of 0 is a fault of its own.
        PrimitiveType::Decimal if !matches!(facets.precision(), Some(0)) => {
            facets.excess_of_decimal(DecimalDigits::of(text))
        }
        PrimitiveType::DateTimeOffset | PrimitiveType::Duration | PrimitiveType::TimeOfDay => {
            facets.excess_of_second(significant_digits(picoseconds(primitive, text)))
        }
        _ => None,
    };
    let excess = match excess {
        // Characters have a check of their own.
        None | Some(Excess::Unicode | Excess::Srid(_)) => return,
        Some(Excess::Length(_)) => "is longer than `max_length` allows",
        Some(Excess::Digits(_) | Excess::SecondDigits(_)) => "has more digits than `precision` allows",
        Some(Excess::WholeDigits(_)) => "has more digits before the point than `precision` and `scale` allow",
        Some(Excess::FractionDigits(_)) => "has more digits after the point than `scale` allows",
    };
    let quote = if matches!(literal, DefaultValue::Text(_)) { "\"" } else { "" };
    fail(&["default value `", quote, text, quote, "` ", excess]);
}

const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        // Only the first byte of each character is not a continuation byte.
        if bytes[at] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        at += 1;
    }
    count
}

/// Returns the fraction of a second in a literal.
const fn picoseconds(primitive: PrimitiveType, text: &str) -> u64 {
    match primitive {
        PrimitiveType::DateTimeOffset => match DateTimeOffset::parse(text) {
            Ok(value) => value.time().picoseconds(),
            Err(_) => 0,
        },
        PrimitiveType::Duration => match Duration::parse(text) {
            Ok(value) => value.picoseconds(),
            Err(_) => 0,
        },
        PrimitiveType::TimeOfDay => match TimeOfDay::parse(text) {
            Ok(value) => value.picoseconds(),
            Err(_) => 0,
        },
        _ => 0,
    }
}
