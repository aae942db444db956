//! Percent-encoding in URLs (RFC 3986 §2.1).

use std::borrow::Cow;

use odata_core::Error;
use percent_encoding::percent_decode_str;

use crate::failure::bad_request;

/// What a text stands for that is in the path or the query of a URL, whichever `part` names.
///
/// A percent sign always begins an encoded byte. One that does not is a mistake, and to take it for itself would hide it.
pub(crate) fn decode<'t>(text: &'t str, part: &str) -> Result<Cow<'t, str>, Error> {
    if !text.contains('%') {
        return Ok(Cow::Borrowed(text));
    }
    let is_encoded =
        |rest: &str| matches!(rest.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if !text.split('%').skip(1).all(is_encoded) {
        let message = format!("the {part} has a `%` without two hexadecimal digits behind it; `%25` is a percent sign");
        return Err(bad_request(message));
    }
    percent_decode_str(text).decode_utf8().map_err(|_| bad_request(format!("the {part} is not UTF-8")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_has_two_digits() {
        for (text, decoded) in [("", ""), ("a+b", "a+b"), ("%41%2f%C3%a4", "A/ä"), ("%2525", "%25")] {
            assert_eq!(decode(text, "path").unwrap(), decoded);
        }
        for broken in ["%", "%4", "%zz", "%4g", "%%41", "a%", "%+1", "% 1", "%ä", "%ff", "%C3"] {
            assert_eq!(decode(broken, "path").unwrap_err().status(), 400, "{broken}");
        }
    }
}
