//! `Edm.TimeOfDay`.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::buffer::Buffer;
use super::cursor::{Cursor, picoseconds_per_unit};
use super::literal::literal;

/// A time of day: `07:59`, `07:59:59.999` (OData ABNF, `timeOfDayValue`).
///
/// Keeps whether seconds were written, and how many digits of a second, so that the text stays the same. Compared by the
/// time: `07:59` equals `07:59:00.0`. Second 60 is legal at any minute, for leap seconds, and equals the first of the
/// next minute.
///
/// ```
/// use odata_core::value::TimeOfDay;
///
/// let opening = TimeOfDay::parse("07:59:30.5")?;
/// assert_eq!((opening.hour(), opening.picoseconds()), (7, 500_000_000_000));
/// assert_eq!(TimeOfDay::new(24, 0, 0), None);
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Copy, Debug)]
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
    /// The time `00:00:00`, the first of a day.
    pub const MIDNIGHT: Self = Self { hour: 0, minute: 0, second: 0, picoseconds: 0, fraction_digits: Some(0) };

    /// Creates a time in whole seconds, or `None` if the clock has no such time. Second 60 is legal.
    pub const fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        Some(Self { hour, minute, second, ..Self::MIDNIGHT })
    }

    /// Returns the same second with the given fraction of it, to be written with `digits` digits.
    ///
    /// `None` if there are more than 12 digits, or too few for all of `picoseconds`, or if `picoseconds` is a second or
    /// more.
    pub const fn with_fraction(self, picoseconds: u64, digits: u8) -> Option<Self> {
        if digits > 12 || picoseconds >= 1_000_000_000_000 || !picoseconds.is_multiple_of(picoseconds_per_unit(digits))
        {
            return None;
        }
        Some(Self { picoseconds, fraction_digits: Some(digits), ..self })
    }

    const fn read_all(text: &str) -> Option<Self> {
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

    /// Returns the hour, 0 to 23.
    pub const fn hour(&self) -> u8 {
        self.hour
    }

    /// Returns the minute, 0 to 59.
    pub const fn minute(&self) -> u8 {
        self.minute
    }

    /// Returns the second, 0 to 60; 0 if it was not written.
    pub const fn second(&self) -> u8 {
        self.second
    }

    /// Returns the fraction of the second, in units of 10⁻¹² s.
    pub const fn picoseconds(&self) -> u64 {
        self.picoseconds
    }

    /// Returns the number of written digits of the fraction, 0 to 12; `None` if not even the second is.
    pub const fn fraction_digits(&self) -> Option<u8> {
        self.fraction_digits
    }

    /// Returns the whole seconds since midnight; a second 60 is the first of the next minute.
    pub const fn seconds_since_midnight(&self) -> u32 {
        (self.hour as u32 * 60 + self.minute as u32) * 60 + self.second as u32
    }

    /// Returns the fraction of the second in nanoseconds; `None` if it has a fraction of a nanosecond.
    pub(crate) const fn nanoseconds(&self) -> Option<u32> {
        if !self.picoseconds.is_multiple_of(1_000) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "less than a second")]
        Some((self.picoseconds / 1_000) as u32)
    }

    /// Returns whether both are written with the same digits.
    pub(crate) fn is_identical(&self, other: &Self) -> bool {
        // Of equal times, those with a second 60 have another minute.
        self == other && self.minute == other.minute && self.fraction_digits == other.fraction_digits
    }

    const fn key(&self) -> (u32, u64) {
        (self.seconds_since_midnight(), self.picoseconds)
    }
}

/// [`MIDNIGHT`](TimeOfDay::MIDNIGHT).
impl Default for TimeOfDay {
    fn default() -> Self {
        Self::MIDNIGHT
    }
}

impl PartialEq for TimeOfDay {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for TimeOfDay {}

impl PartialOrd for TimeOfDay {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TimeOfDay {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for TimeOfDay {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::TimeOfDay;
    use crate::value::laws::assert_laws;
    use proptest::prelude::*;

    /// Few times in many spellings.
    fn nearby() -> impl Strategy<Value = TimeOfDay> {
        let texts =
            ["07:58", "07:58:60", "07:58:60.0", "07:59", "07:59:00", "07:59:00.000", "07:59:00.5", "07:59:00.50"];
        prop_oneof![prop::sample::select(texts.map(|text| TimeOfDay::parse(text).unwrap()).to_vec()), any_time()]
    }

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
    fn equality_and_order_are_of_the_time() {
        let times = ["07:59", "07:59:00", "07:59:00.0", "07:58:60", "07:59:00.1"];
        let [minute, second, tenth, leap, later] = times.map(|text| TimeOfDay::parse(text).unwrap());
        assert!(minute == second && second == tenth && tenth == leap && leap < later);
        let all = [minute, second, tenth, leap, later];
        for (index, time) in all.iter().enumerate() {
            assert!(all.iter().enumerate().all(|(other, value)| time.is_identical(value) == (index == other)));
        }
        assert!(TimeOfDay::default().is_identical(&TimeOfDay::parse("00:00:00").unwrap()));
        assert_eq!(minute.fraction_digits(), None);
        assert_eq!(second.fraction_digits(), Some(0));
        assert_eq!(later.picoseconds(), 100_000_000_000);
        assert_eq!(later.seconds_since_midnight(), 28_740);
    }

    #[test]
    fn refuses_other_text_than_times() {
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
            assert!(TimeOfDay::parse(refused).is_err(), "{refused}");
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
            prop_assert!(TimeOfDay::parse(&time.to_string()).unwrap().is_identical(&time));
        }

        #[test]
        fn order_equality_and_hash_agree(times in prop::collection::vec(nearby(), 3)) {
            let number = |time: &TimeOfDay| {
                let minutes = u128::from(time.hour()) * 60 + u128::from(time.minute());
                (minutes * 60 + u128::from(time.second())) * 1_000_000_000_000 + u128::from(time.picoseconds())
            };
            assert_laws(&times, |time| time, number);
        }

        #[test]
        fn identical_is_what_is_written_alike(a in nearby(), b in nearby()) {
            prop_assert_eq!(a.is_identical(&b), a.to_string() == b.to_string());
        }

        #[test]
        fn keeps_every_literal(text in "([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]{1,12})?)?") {
            prop_assert_eq!(TimeOfDay::parse(&text).unwrap().to_string(), text);
        }
    }
}
