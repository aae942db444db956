//! Comparing short texts, for which a call of `memcmp` takes longer than the comparison.

/// Returns whether both texts are equal.
#[inline]
pub(crate) fn same_text(one: &str, other: &str) -> bool {
    one.len() == other.len() && same_bytes(one.as_bytes(), other.as_bytes())
}

/// Returns whether a text begins with another.
#[inline]
pub(super) fn begins_with(bytes: &[u8], prefix: &str) -> bool {
    bytes.get(..prefix.len()).is_some_and(|start| same_bytes(start, prefix.as_bytes()))
}

/// Returns whether slices of the same length are equal.
#[inline]
fn same_bytes(one: &[u8], other: &[u8]) -> bool {
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        // The last words may overlap those before.
        let ((one, _), (other, _)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
        return one_end == other_end && one.iter().zip(other).all(|(one, other)| one == other);
    }
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<4>(), other.last_chunk::<4>()) {
        return one_end == other_end && one.first_chunk::<4>() == other.first_chunk::<4>();
    }
    one.iter().zip(other).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::{begins_with, same_text};

    #[test]
    fn one_byte_makes_a_difference_at_every_position() {
        for length in 0..40 {
            let text = "a".repeat(length);
            assert!(same_text(&text, &text.clone()));
            assert!(begins_with(format!("{text}b").as_bytes(), &text));
            assert!(!begins_with(text.as_bytes(), &format!("{text}b")));
            assert!(!same_text(&text, &format!("{text}a")));
            for position in 0..length {
                let mut other = text.clone();
                other.replace_range(position..=position, "b");
                assert!(!same_text(&text, &other), "{position} of {length}");
                assert!(!begins_with(text.as_bytes(), &other), "{position} of {length}");
            }
        }
    }
}
