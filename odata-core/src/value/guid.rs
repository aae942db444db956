//! The literal form of GUIDs.

/// Returns whether `text` is an `Edm.Guid` literal: hexadecimal digits in groups of 8-4-4-4-12 (OData ABNF,
/// `guidValue`).
///
/// The parser of [`Guid`](super::Guid) takes braces, URNs and texts without hyphens as well; this does not.
pub const fn is_guid(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 36 {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        let fits = match at {
            8 | 13 | 18 | 23 => bytes[at] == b'-',
            _ => bytes[at].is_ascii_hexdigit(),
        };
        if !fits {
            return false;
        }
        at += 1;
    }
    true
}

/// Returns the offset at which a text stops being a GUID; its length if it is one.
#[cold]
pub(crate) fn guid_fault(text: &str) -> usize {
    let fits = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => at < 36 && byte.is_ascii_hexdigit(),
    };
    text.bytes().enumerate().position(|found| !fits(found)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::is_guid;
    use crate::value::Guid;

    #[test]
    fn only_the_hyphenated_form_is_a_literal() {
        const { assert!(is_guid("01234567-89ab-CDEF-0123-456789abcdef")) };
        assert!(Guid::try_parse("01234567-89ab-CDEF-0123-456789abcdef").is_ok());
        for refused in [
            "",
            "0123456789abcdef0123456789abcdef",
            "{01234567-89ab-cdef-0123-456789abcdef}",
            "01234567-89ab-cdef-0123-456789abcde",
            "01234567-89ab-cdef-0123-456789abcdef0",
            "01234567-89ab-cdef-0123-456789abcdeg",
            "0123456-789ab-cdef-0123-456789abcdef",
            "01234567-89ab-cdef-0123-456789abcdé",
        ] {
            assert!(!is_guid(refused), "{refused}");
        }
    }
}
