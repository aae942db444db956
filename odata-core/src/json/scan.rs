//! Finding the end of the part of a string that has no escapes.

/// Returns whether a byte of UTF-8 needs no escape in a JSON string: all but quote, backslash and control characters.
#[inline]
const fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != b'"' && byte != b'\\'
}

/// Returns the index of the first byte from `start` on that needs an escape, or the length.
#[inline]
pub(super) fn plain_end(bytes: &[u8], start: usize) -> usize {
    let (words, _) = bytes[start..].as_chunks();
    let mut at = start;
    for word in words {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    near_end(bytes, at)
}

/// Like [`plain_end`], byte by byte, for less than a word.
#[cold]
fn near_end(bytes: &[u8], start: usize) -> usize {
    let plain = bytes[start..].iter().take_while(|&&byte| is_plain(byte));
    start + plain.count()
}

/// Returns whether no byte needs an escape.
#[inline]
pub(super) fn all_plain(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk() {
        // The last word may overlap the one before.
        let (words, _) = bytes.as_chunks();
        let words = words.iter().chain([last]);
        return words.fold(0, |special, word| special | special_bytes(u64::from_le_bytes(*word))) == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        return special_bytes(first | last << 32) == 0;
    }
    bytes.iter().all(|&byte| is_plain(byte))
}

/// Returns the high bit of each byte of `word` that is a quote, a backslash or a control character.
///
/// A borrow can also mark bytes above a marked one, so only the lowest mark is reliable.
#[inline]
const fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    // With this bit flipped, a quote comes right after the control characters, which stay where they are as a whole.
    let control_or_quote = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_classified_alike_at_every_position() {
        for byte in 0..=u8::MAX {
            let special = byte < 0x20 || byte == b'"' || byte == b'\\';
            for length in 1..40 {
                for position in 0..length {
                    let mut bytes = vec![b'a'; length];
                    bytes[position] = byte;
                    let end = if special { position } else { length };
                    assert_eq!(plain_end(&bytes, 0), end, "{byte:#x} at {position} of {length}");
                    assert_eq!(all_plain(&bytes), !special, "{byte:#x} at {position} of {length}");
                }
            }
        }
    }

    #[test]
    fn the_first_of_several_is_found() {
        for first in 0..32 {
            let mut bytes = vec![0xFF; 32];
            bytes[first..].fill(b'"');
            assert_eq!(plain_end(&bytes, 0), first);
            assert_eq!(plain_end(&bytes, first), first);
        }
    }
}
