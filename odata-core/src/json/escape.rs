//! Decoding the escapes of strings.

use super::{JsonError, JsonErrorKind};

/// Decodes the escape at `backslash`; returns its character and the offset after it.
pub(super) fn unescape(bytes: &[u8], backslash: usize) -> Result<(char, usize), JsonError> {
    let next = backslash + 2;
    let character = match bytes.get(backslash + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unescape_unicode(bytes, backslash),
        Some(_) => return Err(JsonError::new(JsonErrorKind::InvalidEscape, backslash)),
        None => return Err(JsonError::new(JsonErrorKind::UnexpectedEnd, bytes.len())),
    };
    Ok((character, next))
}

/// Decodes `\uXXXX`, or two of them that are a surrogate pair.
fn unescape_unicode(bytes: &[u8], backslash: usize) -> Result<(char, usize), JsonError> {
    const LENGTH: usize = 6;
    let first = utf16_unit(bytes, backslash)?;
    let second_at = backslash + LENGTH;
    if let Some(character) = char::from_u32(first) {
        return Ok((character, second_at));
    }
    let lone = JsonError::new(JsonErrorKind::LoneSurrogate, backslash);
    let paired = bytes.get(second_at..).is_some_and(|rest| rest.starts_with(b"\\u"));
    if !(0xD800..0xDC00).contains(&first) || !paired {
        return Err(lone);
    }
    let second = utf16_unit(bytes, second_at)?;
    if !(0xDC00..0xE000).contains(&second) {
        return Err(lone);
    }
    let code_point = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    let character = char::from_u32(code_point).ok_or(lone)?;
    Ok((character, second_at + LENGTH))
}

/// Reads the four hexadecimal digits of the `\uXXXX` at `backslash`.
fn utf16_unit(bytes: &[u8], backslash: usize) -> Result<u32, JsonError> {
    let mut unit = 0;
    for at in backslash + 2..backslash + 6 {
        let Some(&byte) = bytes.get(at) else {
            return Err(JsonError::new(JsonErrorKind::UnexpectedEnd, bytes.len()));
        };
        let Some(digit) = char::from(byte).to_digit(16) else {
            return Err(JsonError::new(JsonErrorKind::InvalidEscape, backslash));
        };
        unit = unit * 16 + digit;
    }
    Ok(unit)
}
