//! A reader of literals, byte by byte, that also runs when code is compiled.

/// The unread rest of a literal.
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

/// The value of a fraction of a second, and the number of its digits as written.
pub(super) struct Fraction {
    pub(super) picoseconds: u64,
    pub(super) digits: u8,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Returns the number of bytes that are left.
    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// Returns whether `byte` is next.
    pub(super) const fn starts_with(&self, byte: u8) -> bool {
        matches!(self.rest, [next, ..] if *next == byte)
    }

    /// Takes `byte` if it is next.
    pub(super) const fn eat(&mut self, byte: u8) -> bool {
        if let [next, rest @ ..] = self.rest
            && *next == byte
        {
            self.rest = rest;
            return true;
        }
        false
    }

    /// Takes the next byte, as an upper-case letter: strings in ABNF do not distinguish case.
    pub(super) const fn next_upper(&mut self) -> Option<u8> {
        if let [next, rest @ ..] = self.rest {
            self.rest = rest;
            return Some(next.to_ascii_uppercase());
        }
        None
    }

    /// Takes one digit.
    pub(super) const fn digit(&mut self) -> Option<u8> {
        if let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            self.rest = rest;
            return Some(*digit - b'0');
        }
        None
    }

    /// Takes exactly two digits.
    pub(super) const fn two_digits(&mut self) -> Option<u8> {
        if let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] = self.rest {
            self.rest = rest;
            return Some((*tens - b'0') * 10 + (*ones - b'0'));
        }
        None
    }

    /// Takes a run of digits and returns its length.
    pub(super) const fn skip_digits(&mut self) -> usize {
        let mut length = 0;
        while self.digit().is_some() {
            length += 1;
        }
        length
    }

    /// Takes all digits up to the next byte that is not one; `None` without any, or if the number overflows.
    pub(super) const fn number(&mut self) -> Option<u64> {
        let Some(first) = self.digit() else {
            return None;
        };
        let mut number = first as u64;
        while let Some(digit) = self.digit() {
            let Some(shifted) = number.checked_mul(10) else {
                return None;
            };
            let Some(next) = shifted.checked_add(digit as u64) else {
                return None;
            };
            number = next;
        }
        Some(number)
    }

    /// Takes a point and 1 to 12 digits, or none if no point is next.
    pub(super) const fn fraction(&mut self) -> Option<Fraction> {
        let mut picoseconds = 0;
        let mut digits = 0;
        if self.eat(b'.') {
            while let Some(digit) = self.digit() {
                digits += 1;
                if digits > 12 {
                    return None;
                }
                picoseconds = picoseconds * 10 + digit as u64;
            }
            if digits == 0 {
                return None;
            }
            picoseconds *= picoseconds_per_unit(digits);
        }
        Some(Fraction { picoseconds, digits })
    }
}

/// Returns the weight of the last of `digits` digits of a second, which are at most 12.
pub(super) const fn picoseconds_per_unit(digits: u8) -> u64 {
    const WEIGHTS: [u64; 13] = {
        let mut weights = [1; 13];
        let mut digits = 12;
        while digits > 0 {
            weights[digits - 1] = weights[digits] * 10;
            digits -= 1;
        }
        weights
    };
    WEIGHTS[digits as usize]
}
