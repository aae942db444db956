//! Bytes to text: UTF-8 and UTF-16.

use std::borrow::Cow;

use super::fault::{Fault, Located};
use crate::json::Location;

/// How the bytes of a document are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
}

/// Returns the text of a document, without a byte order mark, and how its bytes were read.
pub(super) fn decode(bytes: &[u8]) -> Located<(Cow<'_, str>, Encoding)> {
    let utf16 = |bytes, unit| Ok((Cow::Owned(decode_utf16(bytes, unit)?), Encoding::Utf16));
    match bytes {
        [0, 0, 0xfe, 0xff, ..] | [0xff, 0xfe, 0, 0, ..] | [0, 0, 0, b'<', ..] | [b'<', 0, 0, 0, ..] => {
            Err(Fault::new(Location::START, "the document is UTF-32; UTF-8 and UTF-16 are read"))
        }
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0, b'<', ..] => utf16(bytes, u16::from_be_bytes),
        [b'<', 0, ..] => utf16(bytes, u16::from_le_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|fault| {
                Fault::new(Location::from_offset(bytes, fault.valid_up_to()), "the bytes are not UTF-8 here")
            })?;
            Ok((Cow::Borrowed(text), Encoding::Utf8))
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Located<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(Fault::at_end(&text, "the bytes are not UTF-16 here: half of a surrogate pair")),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(Fault::at_end(&text, "the bytes are not UTF-16 here: half of a unit")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn both_orders_are_read_with_and_without_a_mark() {
        let text = "<a>ä😀</a>";
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let plain = utf16(text, unit);
            let marked = utf16(&format!("\u{feff}{text}"), unit);
            for bytes in [plain, marked] {
                assert_eq!(decode(&bytes), Ok((text.into(), Encoding::Utf16)));
            }
        }
        assert_eq!(decode(text.as_bytes()), Ok((text.into(), Encoding::Utf8)));
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()), Ok((text.into(), Encoding::Utf8)));
        assert_eq!(decode(b""), Ok(("".into(), Encoding::Utf8)));
    }

    #[test]
    fn other_bytes_have_a_place() {
        let place = |bytes: &[u8]| {
            let fault = decode(bytes).unwrap_err();
            (fault.location.line, fault.location.column)
        };
        assert_eq!(place(b"<a>\n\xc3\xa4\xff"), (2, 2));
        assert_eq!(place(b"\xef\xbb\xbf<\xc0"), (1, 2));
        let mut bytes = utf16("<a>\nb", u16::to_le_bytes);
        bytes.push(b'c');
        assert_eq!(place(&bytes), (2, 2));
        assert_eq!(place(&[b'<', 0, 0x00, 0xd8, b'x', 0]), (1, 2));
        assert_eq!(place(&[0, 0, 0, b'<']), (1, 1));
    }
}
