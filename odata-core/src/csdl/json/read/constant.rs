//! Constants, whose type JSON does not say.

use super::{Reader, types::Expected, types::Meaning};
use crate::csdl::{Constant, Expression, Name, Place, PrimitiveType};

impl Reader<'_> {
    /// Returns a text as what is expected, if it can be that.
    pub(super) fn text_constant(&self, text: &str, expected: Option<&Expected>, place: Place) -> Expression {
        let meaning = expected.and_then(|expected| Some((expected, self.types.meaning(&expected.name)?)));
        let ty = match meaning {
            Some((_, Meaning::Path(kind))) => return Expression::Path(kind, Name::new(text, place)),
            Some((expected, Meaning::Members)) if text.split(',').all(is_member) => {
                let members = text.split(',').map(|member| Name::new(format!("{}/{member}", expected.name), place));
                return Expression::EnumMember(members.collect());
            }
            Some((_, Meaning::Value(ty))) => type_of_text(ty, text),
            _ => PrimitiveType::String,
        };
        Expression::Constant(Constant { ty, text: text.to_owned(), place })
    }

    /// Returns a number as what is expected, if it can be that.
    pub(super) fn number_constant(&self, digits: &str, expected: Option<&Expected>, place: Place) -> Expression {
        let ty = match expected.and_then(|expected| self.types.meaning(&expected.name)) {
            Some(Meaning::Value(PrimitiveType::Decimal)) if !digits.contains(['e', 'E']) => PrimitiveType::Decimal,
            Some(Meaning::Value(PrimitiveType::Double | PrimitiveType::Single)) => PrimitiveType::Double,
            _ => type_of_number(digits),
        };
        Expression::Constant(Constant { ty, text: digits.to_owned(), place })
    }
}

/// Returns whether a text can be the name of a member, and not its number.
fn is_member(text: &str) -> bool {
    text.starts_with(|first: char| first == '_' || first.is_alphabetic()) && !text.contains('/')
}

/// Returns the type of a text where a value of a type is expected. Numbers can be in quotes (OData CSDL JSON 4.01 §2.1.1).
fn type_of_text(expected: PrimitiveType, text: &str) -> PrimitiveType {
    let is_finite = |text: &str| text.parse().is_ok_and(f64::is_finite);
    let is_special = matches!(text, "INF" | "-INF" | "NaN");
    match expected {
        PrimitiveType::Binary
        | PrimitiveType::Date
        | PrimitiveType::DateTimeOffset
        | PrimitiveType::Duration
        | PrimitiveType::Guid
        | PrimitiveType::TimeOfDay => expected,
        PrimitiveType::Decimal if is_special || is_finite(text) => expected,
        PrimitiveType::Double | PrimitiveType::Single if is_special || is_finite(text) => PrimitiveType::Double,
        _ if expected.integer_range().is_some() && text.parse::<i64>().is_ok() => PrimitiveType::Int64,
        _ => PrimitiveType::String,
    }
}

/// Returns the type of a number where none is expected.
fn type_of_number(digits: &str) -> PrimitiveType {
    if digits.parse::<i64>().is_ok() {
        PrimitiveType::Int64
    } else if digits.contains(['e', 'E']) {
        PrimitiveType::Double
    } else {
        PrimitiveType::Decimal
    }
}
