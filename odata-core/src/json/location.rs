//! Line and column of an offset.

/// A position in a body, for messages to people.
///
/// ```
/// use odata_core::json::Location;
///
/// let body = b"{\n  \"seats\": x}";
/// let location = Location::from_offset(body, 13);
/// assert_eq!((location.line, location.column), (2, 12));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// The offset in bytes, counted from zero; at most the length of the body.
    pub offset: usize,
    /// The line, counted from one. Lines end with `\n` or `\r\n`.
    pub line: usize,
    /// The column, counted from one, in characters (Unicode scalar values).
    pub column: usize,
}

impl Location {
    /// Returns the location of the byte at `offset` of `body`; of the end of the body when `offset` is past it.
    ///
    /// A byte within a character has the column of that character. The body need not be valid UTF-8.
    pub fn from_offset(body: &[u8], offset: usize) -> Self {
        Self::START.forward(body, offset)
    }

    /// The start of a body.
    pub(crate) const START: Self = Location { offset: 0, line: 1, column: 1 };

    /// Returns the location of the byte at `offset`, which is not before this one.
    pub(crate) fn forward(self, body: &[u8], offset: usize) -> Self {
        let offset = offset.min(body.len());
        let Location { offset: start, mut line, mut column } = self;
        for at in start..offset {
            let next = body.get(at + 1).copied().unwrap_or_default();
            if body[at] == b'\n' {
                line += 1;
                column = 1;
            } else if starts_character(next) {
                column += 1;
            }
        }
        Location { offset, line, column }
    }
}

/// Returns whether a byte of UTF-8 is the first of a character.
fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_location(body: &[u8], offset: usize, line: usize, column: usize) {
        let location = Location::from_offset(body, offset);
        assert_eq!((location.line, location.column), (line, column), "offset {offset}");
    }

    #[test]
    fn lines_and_columns_start_at_one() {
        assert_location(b"", 0, 1, 1);
        assert_location(b"ab\ncd", 1, 1, 2);
        assert_location(b"ab\ncd", 2, 1, 3);
        assert_location(b"ab\ncd", 3, 2, 1);
        assert_location(b"ab\ncd", 4, 2, 2);
        assert_location(b"ab\n\n", 4, 3, 1);
    }

    #[test]
    fn a_carriage_return_alone_ends_no_line() {
        assert_location(b"a\r\nb", 3, 2, 1);
        assert_location(b"a\rb", 2, 1, 3);
    }

    #[test]
    fn columns_count_characters() {
        let body = "ä€🙂x".as_bytes();
        for (offset, column) in [(0, 1), (1, 1), (2, 2), (4, 2), (5, 3), (8, 3), (9, 4), (10, 5)] {
            assert_location(body, offset, 1, column);
        }
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(Location::from_offset(b"a\nbc", 99), Location { offset: 4, line: 2, column: 3 });
    }

    #[test]
    fn invalid_utf8_has_a_location() {
        assert_location(b"\x80\x80", 1, 1, 1);
        assert_location(b"a\xFFb", 2, 1, 3);
    }
}
