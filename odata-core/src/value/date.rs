//! `Edm.Date`.

use super::buffer::Buffer;
use super::cursor::Cursor;
use super::literal::literal;

/// A day of the proleptic Gregorian calendar: `2024-02-29` (OData ABNF, `dateValue`).
///
/// Years may be negative, and have more than four digits, then without leading zeros; the year before 0001 is 0000.
/// Ordered by time.
///
/// ```
/// use odata_core::value::Date;
///
/// let leap_day = Date::parse("2024-02-29")?;
/// assert_eq!((leap_day.year(), leap_day.month(), leap_day.day()), (2024, 2, 29));
/// assert_eq!(Date::new(2023, 2, 29), None);
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

literal!(Date, "Edm.Date: YYYY-MM-DD");

/// Days in 400 years, after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

impl Date {
    /// The day 1970-01-01, from which Unix counts.
    pub const UNIX_EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// Creates a day, or `None` if the calendar has no such day; months and days count from 1.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    const fn read_all(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        match Self::read(&mut cursor) {
            Some(date) if cursor.is_at_end() => Some(date),
            _ => None,
        }
    }

    /// Reads a date at the front of a longer literal.
    pub(super) const fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let Some(year) = read_year(cursor) else {
            return None;
        };
        if !cursor.eat(b'-') {
            return None;
        }
        let Some(month) = cursor.two_digits() else {
            return None;
        };
        if !cursor.eat(b'-') {
            return None;
        }
        let Some(day) = cursor.two_digits() else {
            return None;
        };
        Self::new(year, month, day)
    }

    pub(super) fn format(self, buffer: &mut Buffer) {
        if self.year < 0 {
            buffer.push(b'-');
        }
        match self.year.unsigned_abs() {
            year @ ..=9999 => buffer.padded(year.into(), 4),
            year => buffer.number(year.into()),
        }
        buffer.push(b'-');
        buffer.two_digits(self.month);
        buffer.push(b'-');
        buffer.two_digits(self.day);
    }

    /// Returns the year; 0 is the year before 1.
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub const fn day(&self) -> u8 {
        self.day
    }

    /// Returns the days since 1970-01-01; negative before it.
    pub const fn days_since_epoch(&self) -> i64 {
        // The year is taken to begin in March, so that the leap day is its last.
        let (years, months) = match self.month {
            1 | 2 => (self.year as i64 - 1, self.month as i64 + 9),
            _ => (self.year as i64, self.month as i64 - 3),
        };
        let era = years.div_euclid(400);
        let year_of_era = years.rem_euclid(400);
        let day_of_year = (153 * months + 2) / 5 + self.day as i64 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH
    }

    /// Returns the day `days` after 1970-01-01, or `None` if its year is out of range.
    pub const fn from_days_since_epoch(days: i64) -> Option<Self> {
        let Some(days) = days.checked_add(DAYS_TO_EPOCH) else {
            return None;
        };
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months + 2) / 5 + 1;
        let years = days.div_euclid(DAYS_PER_ERA) * 400 + year_of_era;
        let (year, month) = if months < 10 { (years, months + 3) } else { (years + 1, months - 9) };
        if year < i32::MIN as i64 || year > i32::MAX as i64 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "all are in range")]
        let date = Self { year: year as i32, month: month as u8, day: day as u8 };
        Some(date)
    }
}

/// [`UNIX_EPOCH`](Date::UNIX_EPOCH).
impl Default for Date {
    fn default() -> Self {
        Self::UNIX_EPOCH
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

const fn read_year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let negative = cursor.eat(b'-');
    let leading_zero = cursor.starts_with(b'0');
    let mut year: i64 = 0;
    let mut digits = 0;
    while let Some(digit) = cursor.digit() {
        digits += 1;
        // Ten digits hold every `i32`, and cannot overflow an `i64`.
        if digits > 10 {
            return None;
        }
        year = year * 10 + digit as i64;
    }
    if digits < 4 || (leading_zero && digits > 4) {
        return None;
    }
    if negative {
        year = -year;
    }
    if year < i32::MIN as i64 || year > i32::MAX as i64 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked above")]
    Some(year as i32)
}

#[cfg(test)]
pub(super) mod tests {
    use super::Date;
    use crate::value::{InvalidLiteral, laws::assert_laws};
    use proptest::prelude::*;

    /// Years that people use as often as any others.
    pub(in crate::value) fn any_date() -> impl Strategy<Value = Date> {
        let year = prop_oneof![-3000..=12_000, any::<i32>()];
        (year, 1..=12_u8, 1..=31_u8).prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day))
    }

    #[test]
    fn keeps_the_text() {
        for text in [
            "0000-01-01",
            "0001-12-31",
            "2024-02-29",
            "2000-02-29",
            "9999-12-31",
            "10000-01-01",
            "-0001-02-28",
            "-10000-06-30",
            "2147483647-12-31",
            "-2147483648-01-01",
        ] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Date::parse("-0000-02-29").ok(), Date::new(0, 2, 29));
    }

    #[test]
    fn refuses_other_text_than_dates() {
        for refused in [
            "",
            "-",
            "2024",
            "2024-01",
            "2024-01-",
            "2024-1-01",
            "2024-01-1",
            "2024-00-01",
            "2024-13-01",
            "2024-01-00",
            "2024-01-32",
            "2024-04-31",
            "2023-02-29",
            "1900-02-29",
            "224-01-01",
            "02024-01-01",
            "+2024-01-01",
            "2147483648-01-01",
            "-2147483649-01-01",
            "99999999999-01-01",
            "2024/01/01",
            "2024-01-01Z",
            " 2024-01-01",
            "２024-01-01",
        ] {
            assert!(Date::parse(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn parses_in_constants() {
        const DAY: Result<Date, InvalidLiteral> = Date::parse("2016-12-31");
        let day = DAY.unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2016, 12, 31));
    }

    #[test]
    fn counts_days() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-03-01", 11_017),
            ("2024-02-29", 19_782),
            ("0001-01-01", -719_162),
            ("0000-01-01", -719_528),
        ] {
            assert_eq!(Date::parse(text).unwrap().days_since_epoch(), days, "{text}");
        }
        assert_eq!(Date::default().days_since_epoch(), 0);
        assert_eq!(Date::from_days_since_epoch(i64::MAX), None);
        assert_eq!(Date::from_days_since_epoch(i64::MIN), None);
        assert_eq!(Date::from_days_since_epoch(800_000_000_000), None);
    }

    proptest! {
        #[test]
        fn round_trips(date in any_date()) {
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::from_days_since_epoch(date.days_since_epoch()), Some(date));
        }

        #[test]
        fn order_equality_and_hash_agree(days in prop::collection::vec(-3..3_i64, 3)) {
            let dates: Vec<_> = days.iter().map(|day| (Date::from_days_since_epoch(*day).unwrap(), *day)).collect();
            assert_laws(&dates, |(date, _)| date, |(_, day)| *day);
        }

        #[test]
        fn the_next_day_is_the_next_date(days in -1_500_000..4_000_000_i64) {
            let day = Date::from_days_since_epoch(days).unwrap();
            let next = Date::from_days_since_epoch(days + 1).unwrap();
            let expected = Date::new(day.year(), day.month(), day.day() + 1)
                .or(Date::new(day.year(), day.month() + 1, 1))
                .or(Date::new(day.year() + 1, 1, 1));
            prop_assert_eq!(Some(next), expected);
            prop_assert!(day < next);
        }

        #[test]
        fn a_text_with_a_byte_changed_is_refused_or_kept(
            date in any_date(), at: prop::sample::Index, byte in "[-+0-9 a]",
        ) {
            let mut text = date.to_string();
            let at = at.index(text.len());
            text.replace_range(at..=at, &byte);
            // The one year with two spellings.
            prop_assume!(!text.starts_with("-0000"));
            if let Ok(parsed) = Date::parse(&text) {
                prop_assert_eq!(parsed.to_string(), text);
            }
        }
    }
}
