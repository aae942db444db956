//! The grammar of JSON numbers.

/// Returns the end of the number that starts at `start`, or the offset where the text stops being one.
#[inline]
pub(super) fn number_end(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start + usize::from(byte(bytes, start) == b'-');
    at = match byte(bytes, at) {
        b'0' if byte(bytes, at + 1).is_ascii_digit() => return Err(at + 1),
        b'0' => at + 1,
        _ => digits_end(bytes, at)?,
    };
    if byte(bytes, at) == b'.' {
        at = digits_end(bytes, at + 1)?;
    }
    if matches!(byte(bytes, at), b'e' | b'E') {
        at += 1;
        at += usize::from(matches!(byte(bytes, at), b'+' | b'-'));
        at = digits_end(bytes, at)?;
    }
    Ok(at)
}

/// Returns the end of the digits at `start`, of which there must be at least one.
#[inline]
fn digits_end(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut end = start;
    while byte(bytes, end).is_ascii_digit() {
        end += 1;
    }
    if end > start { Ok(end) } else { Err(end) }
}

/// Returns the byte at `at`, or past the end one that is in no number.
#[inline]
fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}
