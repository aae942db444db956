//! Percent-encoding (RFC 3986 §2.1).
//!
//! ```
//! use odata_core::uri::percent;
//!
//! assert_eq!(percent::encode_segment("Garden & Home/50%"), "Garden%20&%20Home%2F50%25");
//! assert_eq!(percent::decode("Garden%20&%20Home%2F50%25")?, "Garden & Home/50%");
//! # Ok::<(), odata_core::uri::UriError>(())
//! ```

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::UriError;
use crate::ErrorCode;

/// The characters that a path segment must not contain unencoded (RFC 3986 §3.3).
const NOT_IN_SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// All but the unreserved characters (RFC 3986 §2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Returns whether a text needs no encoding anywhere, as most keys and names do: finding that out takes less time than
/// encoding them.
fn is_unreserved(text: &str) -> bool {
    const UNRESERVED: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte: u8 = 0;
        while byte < 128 {
            table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
            byte += 1;
        }
        table
    };
    text.bytes().all(|byte| UNRESERVED[usize::from(byte)])
}

/// Encodes everything except ASCII letters and digits, `-`, `_`, `.` and `~`, so that the text can be in any part of a
/// URL.
///
/// ```
/// assert_eq!(odata_core::uri::percent::encode("a+b='ü'"), "a%2Bb%3D%27%C3%BC%27");
/// ```
pub fn encode(text: &str) -> Cow<'_, str> {
    if is_unreserved(text) { Cow::Borrowed(text) } else { utf8_percent_encode(text, RESERVED).into() }
}

/// Encodes what a path segment cannot contain as it is: quotes, parentheses, commas and colons stay, so that keys are
/// readable.
///
/// ```
/// assert_eq!(odata_core::uri::percent::encode_segment("(name='a/b')"), "(name='a%2Fb')");
/// ```
pub fn encode_segment(text: &str) -> Cow<'_, str> {
    if is_unreserved(text) { Cow::Borrowed(text) } else { utf8_percent_encode(text, NOT_IN_SEGMENT).into() }
}

/// Appends a text as [`encode_segment`] writes it.
pub(super) fn push_segment(out: &mut String, text: &str) {
    if is_unreserved(text) {
        out.push_str(text);
    } else {
        out.extend(utf8_percent_encode(text, NOT_IN_SEGMENT));
    }
}

/// Decodes a path segment, or a name or value of the query. A plus sign is kept.
///
/// # Errors
///
/// A percent sign without two hexadecimal digits after it, which is probably a mistake. Bytes that are not
/// UTF-8.
///
/// ```
/// use odata_core::uri::percent;
///
/// assert_eq!(percent::decode("a%2Fb+c")?, "a/b+c");
/// assert_eq!(percent::decode("100%").unwrap_err().offset(), 3);
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
pub fn decode(text: &str) -> Result<Cow<'_, str>, UriError> {
    if !text.contains('%') {
        return Ok(Cow::Borrowed(text));
    }
    let is_encoded =
        |rest: &str| matches!(rest.as_bytes(), [_, a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if let Some((offset, _)) = text.match_indices('%').find(|(offset, _)| !is_encoded(&text[*offset..])) {
        let found: String = text[offset..].chars().take(3).collect();
        let message = format!("`{found}` is not a percent-encoded byte; `%25` is a percent sign");
        return Err(UriError::new(ErrorCode::BAD_REQUEST, offset, found, message).within(text, |offset| offset));
    }
    percent_decode_str(text).decode_utf8().map_err(|error| {
        let offset = encoded_offset(text, error.valid_up_to());
        let found: String = text[offset..].chars().take(3).collect();
        let message = format!("`{found}` does not begin a character of UTF-8");
        UriError::new(ErrorCode::BAD_REQUEST, offset, found, message).within(text, |offset| offset)
    })
}

/// Returns the offset in an encoded text that corresponds to `offset` in the decoded one.
pub(super) fn encoded_offset(encoded: &str, offset: usize) -> usize {
    let bytes = encoded.as_bytes();
    let mut at = 0;
    for _ in 0..offset {
        at += if bytes.get(at) == Some(&b'%') { 3 } else { 1 };
    }
    at.min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_has_two_digits() {
        for (text, decoded) in [("", ""), ("a+b", "a+b"), ("%41%2f%C3%a4", "A/ä"), ("%2525", "%25")] {
            assert_eq!(decode(text).unwrap(), decoded);
        }
        for (broken, offset, found) in [
            ("%", 0, "%"),
            ("%4", 0, "%4"),
            ("%zz", 0, "%zz"),
            ("%4g", 0, "%4g"),
            ("%%41", 0, "%%4"),
            ("a%", 1, "%"),
            ("%41%+1", 3, "%+1"),
            ("% 1", 0, "% 1"),
            ("%ä", 0, "%ä"),
            ("%ff", 0, "%ff"),
            ("a%C3", 1, "%C3"),
            ("%41%C3%a4%C3x", 9, "%C3"),
        ] {
            let error = decode(broken).unwrap_err();
            assert_eq!((error.code().status(), error.offset(), error.found()), (400, offset, found), "{broken}");
        }
    }

    #[test]
    fn every_character_is_encoded_where_it_must_be() {
        for byte in 0..128_u8 {
            let text = char::from(byte).to_string();
            let encoded: String = utf8_percent_encode(&text, RESERVED).collect();
            assert_eq!(encode(&text), encoded);
            let encoded: String = utf8_percent_encode(&text, NOT_IN_SEGMENT).collect();
            assert_eq!(encode_segment(&text), encoded);
            let mut pushed = String::new();
            push_segment(&mut pushed, &text);
            assert_eq!(pushed, encoded);
            assert_eq!(decode(&encoded).unwrap(), text);
        }
        assert_eq!((encode("ä/"), encode_segment("ä/'")), ("%C3%A4%2F".into(), "%C3%A4%2F'".into()));
    }

    #[test]
    fn offsets_are_those_of_the_encoded_text() {
        let encoded = "a%41%C3%a4b";
        assert_eq!([0, 1, 2, 4, 5, 9].map(|offset| encoded_offset(encoded, offset)), [0, 1, 4, 10, 11, 11]);
    }
}
