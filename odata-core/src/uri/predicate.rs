//! The values between the parentheses of a key predicate and of a call (OData ABNF 4.01, `keyPredicate`,
//! `functionParameters`).

use super::UriError;
use crate::ErrorCode;

/// A value of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value<'t> {
    /// The property or parameter that it is for; `None` for a key of one property.
    pub(super) name: Option<&'t str>,
    pub(super) text: &'t str,
    /// The offset of the literal.
    pub(super) offset: usize,
}

/// Returns the values of a decoded predicate, in written order. `what` is what the text should be.
pub(super) fn values<'t>(inside: &'t str, what: &str) -> Result<Vec<Value<'t>>, UriError> {
    let mut values = Vec::new();
    for part in split_unquoted(inside, ',') {
        let mut sides = split_unquoted(part, '=').map(str::trim);
        let (name, text) = match (sides.next(), sides.next(), sides.next()) {
            (Some(value), None, None) if !value.is_empty() => (None, value),
            (Some(name), Some(value), None) if !name.is_empty() && !value.is_empty() => (Some(name), value),
            _ => {
                let message = format!("`({inside})` is not {what}");
                return Err(UriError::new(ErrorCode::BAD_REQUEST, offset_of(inside, part), part, message));
            }
        };
        values.push(Value { name, text, offset: offset_of(inside, text) });
    }
    Ok(values)
}

/// Returns the offset of `part`, which is a part of `text`.
pub(super) fn offset_of(text: &str, part: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// Splits a text at separators outside quotes.
fn split_unquoted(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        quoted ^= character == '\'';
        character == separator && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_inside_of_quotes_do_not_separate() {
        assert_eq!(split_unquoted("a='x,''y',b=1", ',').collect::<Vec<_>>(), ["a='x,''y'", "b=1"]);
    }

    #[test]
    fn values_have_names_and_offsets() {
        let found = values("a='x=,', b = 1", "a key predicate").unwrap();
        let expected =
            [Value { name: Some("a"), text: "'x=,'", offset: 2 }, Value { name: Some("b"), text: "1", offset: 13 }];
        assert_eq!(found, expected);
        assert_eq!(values("5", "a key predicate").unwrap(), [Value { name: None, text: "5", offset: 0 }]);
        for (broken, offset) in [("", 0), ("=", 0), ("a=", 0), ("1,", 2), ("a=1,b=2=3", 4)] {
            assert_eq!(values(broken, "a key predicate").unwrap_err().offset(), offset, "{broken}");
        }
    }
}
