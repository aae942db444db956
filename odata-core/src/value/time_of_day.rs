//! `Edm.TimeOfDay`.

use super::buffer::Buffer;
use super::cursor::{Cursor, picoseconds_per_unit};
use super::literal::literal;

/// A time on the clock: `07:59`, `07:59:59.999` (OData ABNF, `timeOfDayValue`).
///
/// Keeps whether seconds were written, and how many digits of a second, so that the text survives.
/// `==` compares these too: `07:59` is not `07:59:00`. Ordered by time, then by the precision with
/// which it was written. Second 60 is legal at any minute, for leap seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
    second: u8,
    picoseconds: u64,
    /// `None` if seconds were not written.
    fraction_digits: Option<u8>,
}

literal!(TimeOfDay, "Edm.TimeOfDay: hh:mm[:ss[.f]] with 1 to 12 digits f");

impl TimeOfDay {
    /// The time `00:00:00`.
    pub const MIDNIGHT: Self = Self { hour: 0, minute: 0, second: 0, picoseconds: 0, fraction_digits: Some(0) };

    /// A time in whole seconds, or `None` if the clock has no such time. Second 60 is legal.
    pub const fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        Some(Self { hour, minute, second, ..Self::MIDNIGHT })
    }

    /// The same second with the given fraction of it, to be written with `digits` digits.
    ///
    /// `None` if there are more than 12 digits, or too few for all of `picoseconds`, or if
    /// `picoseconds` is a second or more.
    pub const fn with_fraction(self, picoseconds: u64, digits: u8) -> Option<Self> {
        if digits > 12 || picoseconds >= 1_000_000_000_000 || !picoseconds.is_multiple_of(picoseconds_per_unit(digits))
        {
            return None;
        }
        Some(Self { picoseconds, fraction_digits: Some(digits), ..self })
    }

    /// Reads a literal.
    pub const fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        match Self::read(&mut cursor) {
            Some(time) if cursor.is_at_end() => Some(time),
            _ => None,
        }
    }

    /// Reads a time at the front of a longer literal.
    pub(super) const fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let Some(hour) = cursor.two_digits() else {
            return None;
        };
        if !cursor.eat(b':') {
            return None;
        }
        let Some(minute) = cursor.two_digits() else {
            return None;
        };
        if !cursor.eat(b':') {
            return match Self::new(hour, minute, 0) {
                Some(time) => Some(Self { fraction_digits: None, ..time }),
                None => None,
            };
        }
        let Some(second) = cursor.two_digits() else {
            return None;
        };
        let Some(fraction) = cursor.fraction() else {
            return None;
        };
        match Self::new(hour, minute, second) {
            Some(time) => {
                Some(Self { picoseconds: fraction.picoseconds, fraction_digits: Some(fraction.digits), ..time })
            }
            None => None,
        }
    }

    pub(super) fn format(&self, buffer: &mut Buffer) {
        buffer.two_digits(self.hour);
        buffer.push(b':');
        buffer.two_digits(self.minute);
        if let Some(digits) = self.fraction_digits {
            buffer.push(b':');
            buffer.two_digits(self.second);
            if digits > 0 {
                buffer.fraction(self.picoseconds, digits);
            }
        }
    }

    /// The hour, 0 to 23.
    pub const fn hour(&self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub const fn minute(&self) -> u8 {
        self.minute
    }

    /// The second, 0 to 60; 0 if it was not written.
    pub const fn second(&self) -> u8 {
        self.second
    }

    /// The fraction of the second, in units of 10⁻¹² s.
    pub const fn picoseconds(&self) -> u64 {
        self.picoseconds
    }

    /// How many digits of the fraction are written, 0 to 12; `None` if not even the second is.
    pub const fn fraction_digits(&self) -> Option<u8> {
        self.fraction_digits
    }

    /// Whole seconds since midnight; a second 60 is the first of the next minute.
    pub const fn seconds_since_midnight(&self) -> u32 {
        (self.hour as u32 * 60 + self.minute as u32) * 60 + self.second as u32
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::TimeOfDay;
    use proptest::prelude::*;

    /// Times in every precision.
    pub(in crate::value) fn any_time() -> impl Strategy<Value = TimeOfDay> {
        let whole = (0..24_u8, 0..60_u8, 0..=60_u8).prop_map(|(h, m, s)| TimeOfDay::new(h, m, s));
        let fraction = (0..1_000_000_000_000_u64, 0..=12_u8);
        (whole, fraction, any::<bool>()).prop_map(|(whole, (picoseconds, digits), short)| {
            let time = whole.unwrap();
            if short {
                return TimeOfDay::parse(&time.to_string()[..5]).unwrap();
            }
            let unit = 10_u64.pow(12 - u32::from(digits));
            time.with_fraction(picoseconds / unit * unit, digits).unwrap()
        })
    }

    #[test]
    fn keeps_the_text() {
        for text in [
            "00:00",
            "23:59",
            "07:59:59",
            "23:59:60",
            "12:34:56.0",
            "12:34:56.120",
            "12:34:56.000000000001",
            "12:34:60.999999999999",
        ] {
            assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn equality_is_of_the_text_and_order_of_the_time() {
        let [minute, second, tenth, later] =
            ["07:59", "07:59:00", "07:59:00.0", "07:59:00.1"].map(|text| TimeOfDay::parse(text).unwrap());
        assert!(minute != second && second != tenth);
        assert!(minute < second && second < tenth && tenth < later);
        assert_eq!(minute.fraction_digits(), None);
        assert_eq!(second.fraction_digits(), Some(0));
        assert_eq!(later.picoseconds(), 100_000_000_000);
        assert_eq!(later.seconds_since_midnight(), 28_740);
    }

    #[test]
    fn refuses_what_is_no_time() {
        for refused in [
            "",
            "7:59",
            "07",
            "07:",
            "07:5",
            "24:00",
            "07:60",
            "07:59:",
            "07:59:61",
            "07:59:5",
            "07:59.5",
            "07:59:59.",
            "07:59:59.1234567890123",
            "07:59:59,5",
            "07:59:59Z",
            "07:59 ",
            "-07:59",
        ] {
            assert_eq!(TimeOfDay::parse(refused), None, "{refused}");
        }
    }

    #[test]
    fn refuses_fractions_that_the_digits_do_not_hold() {
        const NOON: TimeOfDay = TimeOfDay::new(12, 0, 0).unwrap();
        assert_eq!(NOON.with_fraction(120_000_000_000, 1), None);
        assert_eq!(NOON.with_fraction(1, 11), None);
        assert_eq!(NOON.with_fraction(0, 13), None);
        assert_eq!(NOON.with_fraction(1_000_000_000_000, 3), None);
        let time = NOON.with_fraction(120_000_000_000, 3).unwrap();
        assert_eq!(time.to_string(), "12:00:00.120");
        assert_eq!(NOON.to_string(), "12:00:00");
    }

    proptest! {
        #[test]
        fn round_trips(time in any_time()) {
            prop_assert_eq!(TimeOfDay::parse(&time.to_string()), Some(time));
        }

        #[test]
        fn keeps_every_literal(text in "([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]{1,12})?)?") {
            prop_assert_eq!(TimeOfDay::parse(&text).unwrap().to_string(), text);
        }
    }
}
