//! `Edm.DateTimeOffset`.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::time::SystemTime;

use super::buffer::{Buffer, significant_digits};
use super::cursor::Cursor;
use super::literal::literal;
use super::offset::Offset;
use super::system_time::since_epoch;
use super::{Date, TimeOfDay};

/// A local date and time with its offset from UTC: `2016-12-31T23:56:33.9571764-08:00` (OData ABNF,
/// `dateTimeOffsetValue`).
///
/// The offset is mandatory, seconds are not. Keeps the text as written, apart from the case of `T` and `Z`: the
/// digits of the fraction, the offset, and whether that was `Z` or `+00:00`. Compared by the instant: `12:00:00+02:00`
/// equals `10:00Z`. A leap second is the first of the next minute.
///
/// ```
/// use odata_core::value::DateTimeOffset;
///
/// let local = DateTimeOffset::parse("2024-02-29T12:00:00.50+02:00")?;
/// assert_eq!(local, DateTimeOffset::parse("2024-02-29T10:00:00.5Z")?);
/// assert_eq!(local.to_string(), "2024-02-29T12:00:00.50+02:00");
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct DateTimeOffset {
    date: Date,
    time: TimeOfDay,
    offset: Offset,
}

literal!(DateTimeOffset, "Edm.DateTimeOffset: YYYY-MM-DDThh:mm[:ss[.f]] and Z or an offset +hh:mm");

const SECONDS_PER_DAY: i64 = 86_400;
const PICOSECONDS_PER_NANOSECOND: u64 = 1_000;

impl DateTimeOffset {
    /// The instant `1970-01-01T00:00:00Z`, from which Unix counts.
    pub const UNIX_EPOCH: Self = Self { date: Date::UNIX_EPOCH, time: TimeOfDay::MIDNIGHT, offset: Offset::Z };

    /// Creates a date and time at an offset in minutes, which is written as `Z` if it is 0.
    ///
    /// `None` if the offset is a day or more.
    pub const fn new(date: Date, time: TimeOfDay, offset_minutes: i16) -> Option<Self> {
        match Offset::new(offset_minutes) {
            Some(offset) => Some(Self { date, time, offset }),
            None => None,
        }
    }

    const fn read_all(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let Some(date) = Date::read(&mut cursor) else {
            return None;
        };
        let Some(b'T') = cursor.next_upper() else {
            return None;
        };
        let Some(time) = TimeOfDay::read(&mut cursor) else {
            return None;
        };
        match Offset::read(&mut cursor) {
            Some(offset) if cursor.is_at_end() => Some(Self { date, time, offset }),
            _ => None,
        }
    }

    fn format(&self, buffer: &mut Buffer) {
        self.date.format(buffer);
        buffer.push(b'T');
        self.time.format(buffer);
        self.offset.format(buffer);
    }

    /// Returns the time of the system's clock, in UTC with seven digits of a second.
    pub fn now_utc() -> Self {
        let (seconds, nanoseconds) = since_epoch(SystemTime::now());
        let picoseconds = u64::from(nanoseconds / 100 * 100) * PICOSECONDS_PER_NANOSECOND;
        // A clock that is set beyond the years of `Date` has no meaningful time.
        Self::at(seconds, picoseconds, 7).unwrap_or(Self::UNIX_EPOCH)
    }

    /// Returns the instant `seconds` and `nanoseconds` after 1970-01-01T00:00:00Z, in UTC, with only as many digits of
    /// a second as it needs.
    ///
    /// `None` if `nanoseconds` is a second or more, or if the year is out of range.
    ///
    /// [`SystemTime`] is converted with `try_from`, and so are the types of other crates, under their features.
    pub const fn from_unix(seconds: i64, nanoseconds: u32) -> Option<Self> {
        let picoseconds = nanoseconds as u64 * PICOSECONDS_PER_NANOSECOND;
        Self::at(seconds, picoseconds, significant_digits(picoseconds))
    }

    const fn at(seconds: i64, picoseconds: u64, digits: u8) -> Option<Self> {
        let Some(date) = Date::from_days_since_epoch(seconds.div_euclid(SECONDS_PER_DAY)) else {
            return None;
        };
        let second = seconds.rem_euclid(SECONDS_PER_DAY);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "they are parts of one day")]
        let time = TimeOfDay::new((second / 3600) as u8, (second / 60 % 60) as u8, (second % 60) as u8);
        let Some(time) = time else {
            return None;
        };
        match time.with_fraction(picoseconds, digits) {
            Some(time) => Self::new(date, time, 0),
            None => None,
        }
    }

    /// Returns the date at the offset, as written.
    pub const fn date(&self) -> Date {
        self.date
    }

    /// Returns the time at the offset, as written.
    pub const fn time(&self) -> TimeOfDay {
        self.time
    }

    /// Returns the minutes by which local time is ahead of UTC, negative west of UTC.
    pub const fn offset_minutes(&self) -> i16 {
        self.offset.minutes()
    }

    /// Returns the whole seconds from 1970-01-01T00:00:00Z to the second of this instant; the fraction of that second
    /// is the [`time`](Self::time)'s. A leap second is the first of the next minute.
    pub const fn unix_seconds(&self) -> i64 {
        self.date.days_since_epoch() * SECONDS_PER_DAY + self.time.seconds_since_midnight() as i64
            - self.offset_minutes() as i64 * 60
    }

    /// Returns whether both are written with the same digits and the same offset.
    pub(crate) fn is_identical(&self, other: &Self) -> bool {
        self.date == other.date && self.time.is_identical(&other.time) && self.offset == other.offset
    }

    /// Returns [`unix_seconds`](Self::unix_seconds) and the nanoseconds after them; `None` if it has a fraction of a
    /// nanosecond.
    pub(crate) const fn unix_nanoseconds(&self) -> Option<(i64, u32)> {
        match self.time.nanoseconds() {
            Some(nanoseconds) => Some((self.unix_seconds(), nanoseconds)),
            None => None,
        }
    }

    const fn key(&self) -> (i64, u64) {
        (self.unix_seconds(), self.time.picoseconds())
    }
}

/// [`UNIX_EPOCH`](DateTimeOffset::UNIX_EPOCH).
impl Default for DateTimeOffset {
    fn default() -> Self {
        Self::UNIX_EPOCH
    }
}

impl PartialEq for DateTimeOffset {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for DateTimeOffset {}

impl PartialOrd for DateTimeOffset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for DateTimeOffset {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date::tests::any_date;
    use crate::value::laws::assert_laws;
    use crate::value::time_of_day::tests::any_time;
    use proptest::prelude::*;

    fn parse(text: &str) -> DateTimeOffset {
        DateTimeOffset::parse(text).unwrap()
    }

    fn any_offset() -> impl Strategy<Value = Offset> {
        prop_oneof![Just(Offset::Z), (0..1440_u16).prop_map(Offset::East), (0..1440_u16).prop_map(Offset::West),]
    }

    fn any_date_time() -> impl Strategy<Value = DateTimeOffset> {
        (any_date(), any_time(), any_offset()).prop_map(|(date, time, offset)| DateTimeOffset { date, time, offset })
    }

    #[test]
    fn keeps_the_text() {
        for text in [
            "2016-12-31T23:56:33.9571764-08:00",
            "0001-01-01T00:00:00Z",
            "2024-02-29T12:00Z",
            "2024-02-29T12:00:00.000+00:00",
            "2024-02-29T12:00:00-00:00",
            "2016-12-31T23:59:60+14:00",
            "-2147483648-01-01T00:00:00.000000000001+23:59",
        ] {
            assert_eq!(parse(text).to_string(), text);
        }
        assert_eq!(DateTimeOffset::default().to_string(), "1970-01-01T00:00:00Z");
        assert_eq!(parse("2024-02-29t12:00z").to_string(), "2024-02-29T12:00Z");
    }

    #[test]
    fn refuses_other_text_than_date_times() {
        for refused in [
            "",
            "2024-02-29",
            "2024-02-29T12:00",
            "2024-02-29T12:00:00",
            "2024-02-29 12:00:00Z",
            "2024-02-30T12:00:00Z",
            "2024-02-29T24:00:00Z",
            "2024-02-29T12:00:00z+",
            "2024-02-29T12:00:00+1:00",
            "2024-02-29T12:00:00+0100",
            "2024-02-29T12:00:00+01",
            "2024-02-29T12:00:00+24:00",
            "2024-02-29T12:00:00+01:60",
            "2024-02-29T12:00:00*01:00",
            "2024-02-29T12:00:00ZZ",
            "2024-02-29T12:00:00.Z",
            "/Date(1709208000000)/",
        ] {
            assert!(DateTimeOffset::parse(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn is_small() {
        assert!(size_of::<Option<DateTimeOffset>>() <= 32);
    }

    #[test]
    fn equality_and_order_are_of_the_instant() {
        let utc = parse("2024-02-29T12:00:00Z");
        for same in [
            "2024-02-29T12:00:00+00:00",
            "2024-02-29T12:00Z",
            "2024-02-29T12:00:00.0Z",
            "2024-03-01T01:30:00+13:30",
            "2024-02-29T11:59:60Z",
        ] {
            assert_eq!(parse(same), utc);
            assert!(!parse(same).is_identical(&utc), "{same}");
        }
        assert!(utc.is_identical(&parse("2024-02-29t12:00:00z")));
        assert!(parse("2024-02-29T04:00:00.000000000001-08:00") > utc);
    }

    #[test]
    fn new_writes_z_for_no_offset_and_refuses_a_day() {
        let noon = TimeOfDay::new(12, 0, 0).unwrap();
        let text = |minutes| DateTimeOffset::new(Date::UNIX_EPOCH, noon, minutes).map(|value| value.to_string());
        assert_eq!(text(0).unwrap(), "1970-01-01T12:00:00Z");
        assert_eq!(text(-480).unwrap(), "1970-01-01T12:00:00-08:00");
        assert_eq!(text(1439).unwrap(), "1970-01-01T12:00:00+23:59");
        assert_eq!(text(1440), None);
        assert_eq!(text(i16::MIN), None);
    }

    #[test]
    fn counts_from_1970() {
        for (seconds, nanoseconds, text) in [
            (0, 0, "1970-01-01T00:00:00Z"),
            (-1, 500_000_000, "1969-12-31T23:59:59.5Z"),
            (951_782_400, 1, "2000-02-29T00:00:00.000000001Z"),
            (1_483_257_393, 957_176_400, "2017-01-01T07:56:33.9571764Z"),
            (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
        ] {
            let value = DateTimeOffset::from_unix(seconds, nanoseconds).unwrap();
            assert_eq!(value.to_string(), text);
            assert_eq!(value.unix_seconds(), seconds);
        }
        assert!(DateTimeOffset::from_unix(0, 0).unwrap().is_identical(&DateTimeOffset::UNIX_EPOCH));
        assert_eq!(DateTimeOffset::from_unix(0, 1_000_000_000), None);
        assert_eq!(DateTimeOffset::from_unix(i64::MAX, 0), None);
        assert_eq!(DateTimeOffset::from_unix(i64::MIN, 0), None);
    }

    /// Returns the instant in picoseconds, by counting the days of each year and month.
    fn instant(value: &DateTimeOffset) -> i128 {
        let leap = |year: i128| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let year = i128::from(value.date.year());
        let february = if leap(year) { 29 } else { 28 };
        let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let years: i128 = if year >= 0 {
            (0..year).map(|year| 365 + i128::from(leap(year))).sum()
        } else {
            -(year..0).map(|year| 365 + i128::from(leap(year))).sum::<i128>()
        };
        let days =
            years + months[..usize::from(value.date.month()) - 1].iter().sum::<i128>() + i128::from(value.date.day());
        let minutes = (days * 24 + i128::from(value.time.hour())) * 60 + i128::from(value.time.minute())
            - i128::from(value.offset_minutes());
        (minutes * 60 + i128::from(value.time.second())) * 1_000_000_000_000 + i128::from(value.time.picoseconds())
    }

    /// Values near each other, so that offset and fraction decide.
    fn nearby() -> impl Strategy<Value = DateTimeOffset> {
        let date = (-8..8_i64).prop_map(|day| Date::from_days_since_epoch(day / 4 - 719_528));
        (date, any_time(), any_offset()).prop_map(|(date, time, offset)| DateTimeOffset {
            date: date.unwrap(),
            time,
            offset,
        })
    }

    proptest! {
        #[test]
        fn round_trips(value in any_date_time()) {
            prop_assert!(parse(&value.to_string()).is_identical(&value));
            let mut written = Vec::new();
            value.write_to(&mut written);
            prop_assert_eq!(written, value.to_string().into_bytes());
        }

        #[test]
        fn order_equality_and_hash_agree(values in prop::collection::vec(nearby(), 3)) {
            assert_laws(&values, |value| value, instant);
        }

        #[test]
        fn equal_at_every_offset(value in any_date_time(), minutes in -1439..1440_i16) {
            // The edges of the range of years are of one offset alone.
            prop_assume!(value.date.year().unsigned_abs() < 2_000_000_000);
            let whole = DateTimeOffset::from_unix(value.unix_seconds() + i64::from(minutes) * 60, 0).unwrap();
            let digits = whole.time.with_fraction(value.time.picoseconds(), 12).unwrap();
            let moved = DateTimeOffset::new(whole.date, digits, minutes).unwrap();
            assert_laws(&[value, moved], |value| value, |_| ());
        }

        #[test]
        fn identical_is_what_is_written_alike(a in nearby(), b in nearby()) {
            prop_assert_eq!(a.is_identical(&b), a.to_string() == b.to_string());
            let copy = a;
            prop_assert!(copy.is_identical(&a));
        }

        #[test]
        fn counts_back_from_any_second(
            seconds in -100_000_000_000_000..100_000_000_000_000_i64,
            nanoseconds in 0..1_000_000_000_u32,
        ) {
            let value = DateTimeOffset::from_unix(seconds, nanoseconds).unwrap();
            prop_assert_eq!(value.unix_seconds(), seconds);
            prop_assert_eq!(value.time().picoseconds(), u64::from(nanoseconds) * 1000);
            prop_assert!(parse(&value.to_string()).is_identical(&value));
        }

        #[test]
        fn a_text_with_a_byte_changed_is_refused_or_kept(
            value in any_date_time(), at: prop::sample::Index, byte in "[-+0-9:.TZ a]",
        ) {
            let mut text = value.to_string();
            let at = at.index(text.len());
            text.replace_range(at..=at, &byte);
            // The one year with two spellings.
            prop_assume!(!text.starts_with("-0000"));
            if let Ok(parsed) = DateTimeOffset::parse(&text) {
                prop_assert_eq!(&parsed.to_string(), &text);
            }
            text.truncate(at);
            prop_assert!(DateTimeOffset::parse(&text).is_err());
        }
    }
}
