//! Finding the end of the part of a string that stands for itself.

/// Whether a byte of UTF-8 stands for itself in a JSON string: all but quote, backslash and control
/// characters.
static PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut control = 0;
    while control < 0x20 {
        plain[control] = false;
        control += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain
};

/// Most names and values end within so many bytes, before looking at eight at a time pays.
const NEAR: usize = 16;

/// The index of the first byte from `start` on that does not stand for itself, or the length.
#[inline]
pub(super) fn plain_end(bytes: &[u8], start: usize) -> usize {
    let near = bytes.len().min(start + NEAR);
    let mut at = start;
    while at < near {
        if !PLAIN[usize::from(bytes[at])] {
            return at;
        }
        at += 1;
    }
    far_plain_end(bytes, at)
}

/// The same, eight bytes at a time from the start: for text that mostly stands for itself as a whole.
pub(super) fn far_plain_end(bytes: &[u8], start: usize) -> usize {
    let (words, tail) = bytes[start..].as_chunks::<8>();
    let mut at = start;
    for word in words {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let plain = tail.iter().take_while(|&&byte| PLAIN[usize::from(byte)]);
    at + plain.count()
}

/// The high bit of each byte of `word` that is a quote, a backslash or a control character.
///
/// A borrow can also mark bytes above a marked one, so only the lowest mark is to be trusted.
#[inline]
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let below = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word;
    let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, 0x20) | equal(b'"') | equal(b'\\')) & HIGHS
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
