//! The correct form of a default value, for the message about an incorrect one.

use super::{default::is_literal, same_text};
use crate::edm::{DefaultValue, EdmType, PrimitiveType};

/// Returns how to write the value, in parts of a message: the same value with or without quotes if that makes it
/// correct, otherwise an example of a value of the type.
pub(super) const fn right(edm: EdmType, literal: DefaultValue) -> [&'static str; 4] {
    const NOTHING: [&str; 4] = [""; 4];
    let primitive = match edm {
        EdmType::Primitive(primitive) => primitive,
        EdmType::Enum(descriptor) => {
            let [first, ..] = descriptor.members else { return NOTHING };
            let form = if descriptor.is_flags { "\"`, several with commas between them" } else { "\"`" };
            return ["; a member is written `default = ", "\"", first.name, form];
        }
        EdmType::Complex(_) | EdmType::Entity(_) => return NOTHING,
    };
    match literal {
        DefaultValue::Text(text) if is_literal(primitive, unquoted(text)) => ["; write `default = ", "", text, "`"],
        DefaultValue::Boolean(_) | DefaultValue::Number(_)
            if is_literal(primitive, DefaultValue::Text(literal.text())) =>
        {
            ["; write `default = ", "\"", literal.text(), "\"`"]
        }
        _ => match example(primitive) {
            Some(example) => ["; a value is written `default = ", "", example, "`"],
            None => NOTHING,
        },
    }
}

/// Returns the literal that the text is without its quotes.
const fn unquoted(text: &'static str) -> DefaultValue {
    if same_text(text, "true") {
        DefaultValue::Boolean(true)
    } else if same_text(text, "false") {
        DefaultValue::Boolean(false)
    } else {
        DefaultValue::Number(text)
    }
}

/// Returns an example of a value of the type, as it is written; `None` where that is common knowledge.
const fn example(primitive: PrimitiveType) -> Option<&'static str> {
    Some(match primitive {
        PrimitiveType::Boolean => "true",
        PrimitiveType::Decimal => "1.50",
        PrimitiveType::Binary => "\"AQID\"",
        PrimitiveType::Guid => "\"01234567-89ab-cdef-0123-456789abcdef\"",
        PrimitiveType::Date => "\"2026-01-31\"",
        PrimitiveType::TimeOfDay => "\"07:59:59\"",
        PrimitiveType::DateTimeOffset => "\"2026-01-31T07:59:59Z\"",
        PrimitiveType::Duration => "\"PT1H30M\"",
        _ => return None,
    })
}
