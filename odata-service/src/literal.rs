//! Literals of primitive values as they stand in URLs (OData ABNF, `primitiveLiteral`).

use odata_core::value::{Date, DateTimeOffset, Decimal, TimeOfDay, is_guid};

/// Whether a text is a literal of any type: in quotes, with the name of a type in front or not, or one of those that go
/// without quotes.
pub(crate) fn is_literal(text: &str) -> bool {
    if let Some(quote) = text.find('\'') {
        let (name, quoted) = text.split_at(quote);
        let is_name = name.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '.'));
        return is_name && unquote(quoted).is_some();
    }
    matches!(text, "null" | "true" | "false" | "INF" | "-INF" | "NaN")
        || Decimal::is_valid(text)
        || is_guid(text)
        || text.parse::<Date>().is_ok()
        || text.parse::<TimeOfDay>().is_ok()
        || text.parse::<DateTimeOffset>().is_ok()
}

/// The string literal of a text.
pub(crate) fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The content of a string literal, in which a quote is doubled.
pub(crate) fn unquote(literal: &str) -> Option<String> {
    let inside = literal.strip_prefix('\'')?.strip_suffix('\'')?;
    let without_pairs = inside.replace("''", "");
    (!without_pairs.contains('\'')).then(|| inside.replace("''", "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_doubled_and_halved() {
        assert_eq!(unquote(&quote("O'Neil's, =")).as_deref(), Some("O'Neil's, ="));
        for broken in ["", "'", "a", "'a", "'a'b'", "'''"] {
            assert_eq!(unquote(broken), None, "{broken}");
        }
        assert_eq!(unquote("''").as_deref(), Some(""));
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
}
