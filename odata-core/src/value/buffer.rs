//! A buffer on the stack for formatting a literal.

use super::cursor::picoseconds_per_unit;

/// The longest literal is a `DateTimeOffset` with a year of ten digits: 45 bytes.
const CAPACITY: usize = 64;

/// ASCII text under construction.
pub(super) struct Buffer {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Buffer {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    pub(super) fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// Writes `value`, which has at most two digits, with exactly two.
    pub(super) fn two_digits(&mut self, value: u8) {
        self.push(b'0' + value / 10);
        self.push(b'0' + value % 10);
    }

    /// Writes `value` without leading zeros.
    pub(super) fn number(&mut self, value: u64) {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(value).as_bytes();
        let end = self.length + digits.len();
        self.bytes[self.length..end].copy_from_slice(digits);
        self.length = end;
    }

    /// Writes `value`, which has at most `width` digits, with exactly `width`.
    pub(super) fn padded(&mut self, mut value: u64, width: u8) {
        let end = self.length + usize::from(width);
        for place in self.bytes[self.length..end].iter_mut().rev() {
            *place = b'0' + (value % 10) as u8;
            value /= 10;
        }
        self.length = end;
    }

    /// Writes a point and the first `digits` digits of a fraction of a second.
    pub(super) fn fraction(&mut self, picoseconds: u64, digits: u8) {
        self.push(b'.');
        self.padded(picoseconds / picoseconds_per_unit(digits), digits);
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    pub(super) fn as_str(&self) -> &str {
        // Only ASCII is ever written.
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// Returns the number of digits that a fraction of a second takes, 0 to 12.
pub(crate) const fn significant_digits(picoseconds: u64) -> u8 {
    let mut digits = 12;
    let mut significant = picoseconds;
    while digits > 0 && significant.is_multiple_of(10) {
        significant /= 10;
        digits -= 1;
    }
    digits
}
