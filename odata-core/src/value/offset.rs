//! The offset from UTC in a literal.

use super::buffer::Buffer;
use super::cursor::Cursor;

/// The offset from UTC as written, in minutes; `-00:00` is legal, and not `+00:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Offset {
    Z,
    East(u16),
    West(u16),
}

impl Offset {
    /// Creates an offset as it is usually written; `None` if it is a day or more.
    pub(super) const fn new(minutes: i16) -> Option<Self> {
        match minutes {
            -1439..=-1 => Some(Self::West(minutes.unsigned_abs())),
            0 => Some(Self::Z),
            1..=1439 => Some(Self::East(minutes.unsigned_abs())),
            _ => None,
        }
    }

    /// Reads an offset at the end of a literal.
    pub(super) const fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let Some(sign) = cursor.next_upper() else {
            return None;
        };
        if sign == b'Z' {
            return Some(Self::Z);
        }
        let Some(hours @ 0..=23) = cursor.two_digits() else {
            return None;
        };
        if !cursor.eat(b':') {
            return None;
        }
        let Some(minutes @ 0..=59) = cursor.two_digits() else {
            return None;
        };
        let minutes = hours as u16 * 60 + minutes as u16;
        match sign {
            b'+' => Some(Self::East(minutes)),
            b'-' => Some(Self::West(minutes)),
            _ => None,
        }
    }

    pub(super) fn format(self, buffer: &mut Buffer) {
        let (sign, minutes) = match self {
            Self::Z => return buffer.push(b'Z'),
            Self::East(minutes) => (b'+', minutes),
            Self::West(minutes) => (b'-', minutes),
        };
        buffer.push(sign);
        buffer.padded((minutes / 60).into(), 2);
        buffer.push(b':');
        buffer.padded((minutes % 60).into(), 2);
    }

    /// Returns the minutes by which local time is ahead of UTC, negative west of UTC.
    pub(super) const fn minutes(self) -> i16 {
        match self {
            Self::Z => 0,
            Self::East(minutes) => minutes.cast_signed(),
            Self::West(minutes) => -minutes.cast_signed(),
        }
    }
}
