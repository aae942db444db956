//! The quotes of literals (OData ABNF 4.01, `SQUOTE`).

use std::borrow::Cow;

use crate::edm::{EdmType, EnumDescriptor, PrimitiveType};

/// The position of the quotes of a literal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// The type's literals have no quotes.
    Without,
    /// The type's literals have quotes, but the text does not.
    Missing,
    /// They begin at this offset, which is the end of the type's name.
    From(usize),
}

/// Finds the quotes of a literal that is not a string. The words in front have any case; durations and
/// enumeration members can omit the name.
pub(super) fn quotes(ty: EdmType, text: &str) -> Quotes {
    let Some((name, optional)) = (match ty {
        EdmType::Primitive(PrimitiveType::Duration) => Some(("duration", true)),
        EdmType::Primitive(PrimitiveType::Geo(geo)) => Some((geo.space.prefix(), false)),
        EdmType::Primitive(PrimitiveType::Binary) => Some(("binary", false)),
        EdmType::Enum(EnumDescriptor { name, .. }) => Some((*name, true)),
        _ => None,
    }) else {
        return Quotes::Without;
    };
    let Some(start) = text.find('\'') else { return Quotes::Missing };
    let found = &text[..start];
    let is_name = found == name || (ty.is_primitive() && found.eq_ignore_ascii_case(name));
    if is_name || (optional && start == 0) { Quotes::From(start) } else { Quotes::Missing }
}

/// Appends a text in quotes, in which a quote is doubled.
pub(super) fn push_quoted(text: &str, out: &mut String) {
    out.push('\'');
    for (position, part) in text.split('\'').enumerate() {
        if position > 0 {
            out.push_str("''");
        }
        out.push_str(part);
    }
    out.push('\'');
}

/// Returns the content of a text in quotes, or the offset at which it is invalid.
pub(super) fn unquote(literal: &str) -> Result<Cow<'_, str>, usize> {
    let inside = literal.strip_prefix('\'').ok_or(0_usize)?;
    let mut doubled = false;
    let mut from = 0;
    while let Some(quote) = inside[from..].find('\'') {
        let end = from + quote;
        match inside.as_bytes().get(end + 1) {
            None if doubled => return Ok(Cow::Owned(inside[..end].replace("''", "'"))),
            None => return Ok(Cow::Borrowed(&inside[..end])),
            Some(b'\'') => doubled = true,
            Some(_) => return Err(end + 2),
        }
        from = end + 2;
    }
    Err(literal.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_doubled_and_halved() {
        let mut quoted = String::new();
        push_quoted("O'Neil's, =''", &mut quoted);
        assert_eq!(quoted, "'O''Neil''s, ='''''");
        assert_eq!(unquote(&quoted).as_deref(), Ok("O'Neil's, =''"));
        for (broken, offset) in [("", 0), ("'", 1), ("a", 0), ("'a", 2), ("'a'b'", 3), ("'''", 3), ("'a'ä", 3)] {
            assert_eq!(unquote(broken), Err(offset), "{broken}");
        }
        assert_eq!(unquote("''").as_deref(), Ok(""));
    }
}
