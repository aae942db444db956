//! `Edm.Duration`.

use std::cmp::Ordering;

use super::InvalidLiteral;
use super::buffer::{Buffer, significant_digits};
use super::cursor::Cursor;
use super::literal::literal;

/// A length of time in days, hours, minutes and seconds: `P1DT2H3M4.5S`, `-PT90M` (OData ABNF, `durationValue`).
///
/// Years, months and weeks have no fixed length and are not part of it. Durations of the same length are the same
/// value; it is written in one form, in which hours are below 24, minutes and seconds below 60, and zero is `PT0S`.
/// Ordered by length, negative ones first. It is shorter than 2⁶⁴ seconds, and has at most 12 digits of a second.
///
/// ```
/// use odata_core::value::Duration;
///
/// let length = Duration::parse("PT90M")?;
/// assert_eq!((length.seconds(), length.to_string()), (5400, "PT1H30M".to_owned()));
/// assert!(Duration::parse("-PT1S")? < Duration::ZERO);
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Never set for zero.
    negative: bool,
    seconds: u64,
    picoseconds: u64,
}

literal!(Duration, "Edm.Duration: [-]P[nD][T[nH][nM][n[.f]S]]");

const PICOSECONDS_PER_SECOND: u64 = 1_000_000_000_000;
const PICOSECONDS_PER_NANOSECOND: u64 = 1_000;

impl Duration {
    /// A duration of zero.
    pub const ZERO: Self = Self { negative: false, seconds: 0, picoseconds: 0 };

    /// Creates a length in seconds and units of 10⁻¹² s, towards the past if `negative`.
    ///
    /// `None` if `picoseconds` is a second or more.
    pub const fn new(negative: bool, seconds: u64, picoseconds: u64) -> Option<Self> {
        if picoseconds >= PICOSECONDS_PER_SECOND {
            return None;
        }
        Some(Self { negative: negative && (seconds > 0 || picoseconds > 0), seconds, picoseconds })
    }

    const fn read_all(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let negative = cursor.eat(b'-');
        if !negative {
            cursor.eat(b'+');
        }
        let Some(b'P') = cursor.next_upper() else {
            return None;
        };

        let mut seconds: u64 = 0;
        let mut in_time = false;
        let mut last_rank = 0;
        // At least one part after the `P`, and one after the `T`.
        loop {
            if !in_time && (cursor.eat(b'T') || cursor.eat(b't')) {
                in_time = true;
            }
            let Some(number) = cursor.number() else {
                return None;
            };
            let Some(fraction) = cursor.fraction() else {
                return None;
            };
            let (rank, unit) = match (cursor.next_upper(), in_time) {
                (Some(b'D'), false) => (1, 86_400),
                (Some(b'H'), true) => (2, 3_600),
                (Some(b'M'), true) => (3, 60),
                (Some(b'S'), true) => (4, 1),
                _ => return None,
            };
            if rank <= last_rank || (fraction.digits > 0 && unit != 1) {
                return None;
            }
            last_rank = rank;
            let Some(part) = number.checked_mul(unit) else {
                return None;
            };
            let Some(sum) = seconds.checked_add(part) else {
                return None;
            };
            seconds = sum;
            if cursor.is_at_end() {
                return Self::new(negative, seconds, fraction.picoseconds);
            }
        }
    }

    fn format(&self, buffer: &mut Buffer) {
        if self.negative {
            buffer.push(b'-');
        }
        buffer.push(b'P');
        part(buffer, self.seconds / 86_400, b'D');
        let second = self.seconds % 60;
        let has_second = second > 0 || self.picoseconds > 0 || self.seconds == 0;
        if has_second || !self.seconds.is_multiple_of(86_400) {
            buffer.push(b'T');
            part(buffer, self.seconds / 3_600 % 24, b'H');
            part(buffer, self.seconds / 60 % 60, b'M');
        }
        if has_second {
            buffer.number(second);
            if self.picoseconds > 0 {
                buffer.fraction(self.picoseconds, significant_digits(self.picoseconds));
            }
            buffer.push(b'S');
        }
    }

    /// Returns whether the duration goes towards the past; never so for zero.
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// Returns the whole seconds, without the sign.
    pub const fn seconds(&self) -> u64 {
        self.seconds
    }

    /// Returns the fraction of a second, in units of 10⁻¹² s, without the sign.
    pub const fn picoseconds(&self) -> u64 {
        self.picoseconds
    }

    /// Returns the length in units of 10⁻¹² s, with the sign.
    pub const fn total_picoseconds(&self) -> i128 {
        let length = self.seconds as i128 * PICOSECONDS_PER_SECOND as i128 + self.picoseconds as i128;
        if self.negative { -length } else { length }
    }
}

/// Writes a part of a duration, unless it is zero.
fn part(buffer: &mut Buffer, number: u64, unit: u8) {
    if number > 0 {
        buffer.number(number);
        buffer.push(unit);
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.total_picoseconds().cmp(&other.total_picoseconds())
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        Self {
            negative: false,
            seconds: duration.as_secs(),
            picoseconds: u64::from(duration.subsec_nanos()) * PICOSECONDS_PER_NANOSECOND,
        }
    }
}

impl TryFrom<Duration> for std::time::Duration {
    type Error = InvalidLiteral;

    /// Refuses what the target cannot hold: negative durations, and fractions of a nanosecond.
    fn try_from(duration: Duration) -> Result<Self, InvalidLiteral> {
        let nanoseconds = u32::try_from(duration.picoseconds / PICOSECONDS_PER_NANOSECOND);
        match nanoseconds {
            Ok(nanoseconds)
                if !duration.negative && duration.picoseconds.is_multiple_of(PICOSECONDS_PER_NANOSECOND) =>
            {
                Ok(Self::new(duration.seconds, nanoseconds))
            }
            _ => Err(InvalidLiteral { expected: "std::time::Duration: whole nanoseconds, not negative" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::laws::assert_laws;
    use proptest::prelude::*;

    fn any_duration() -> impl Strategy<Value = Duration> {
        let seconds = prop_oneof![0..200_000_u64, (0..300_u64).prop_map(|n| n * 3_600), any::<u64>()];
        let picoseconds =
            prop_oneof![Just(0), (0..1_000_u64).prop_map(|n| n * 1_000_000_000), 0..PICOSECONDS_PER_SECOND,];
        (any::<bool>(), seconds, picoseconds)
            .prop_map(|(negative, seconds, picoseconds)| Duration::new(negative, seconds, picoseconds).unwrap())
    }

    #[test]
    fn writes_one_form() {
        for (text, canonical) in [
            ("P1DT2H3M4.5S", "P1DT2H3M4.5S"),
            ("PT0S", "PT0S"),
            ("-PT0S", "PT0S"),
            ("P0D", "PT0S"),
            ("-P0DT0H0M0.000S", "PT0S"),
            ("PT36H", "P1DT12H"),
            ("-PT90M", "-PT1H30M"),
            ("+PT86400S", "P1D"),
            ("pt1m", "PT1M"),
            ("P1DT0.000000000001S", "P1DT0.000000000001S"),
            ("PT1.10S", "PT1.1S"),
            ("P007D", "P7D"),
            ("PT18446744073709551615.999999999999S", "P213503982334601DT7H15.999999999999S"),
        ] {
            assert_eq!(Duration::parse(text).unwrap().to_string(), canonical, "{text}");
        }
    }

    #[test]
    fn refuses_other_text_than_durations() {
        for refused in [
            "",
            "P",
            "PT",
            "-P",
            "P1",
            "P1DT",
            "1D",
            "P1Y",
            "P1M",
            "P1W",
            "P1H",
            "PT1D",
            "PT1",
            "PT1M1H",
            "PT1H1H",
            "PT1S1M",
            "PTT1S",
            "PT1ST1H",
            "P1.5D",
            "PT1.5M",
            "PT1.S",
            "PT.5S",
            "PT1.1234567890123S",
            "P-1D",
            "--P1D",
            "PT1S ",
            "PT18446744073709551616S",
            "P213503982334602D",
            "P213503982334601DT8H",
        ] {
            assert!(Duration::parse(refused).is_err(), "{refused}");
        }
        assert_eq!(Duration::new(false, 0, PICOSECONDS_PER_SECOND), None);
    }

    #[test]
    fn parses_in_constants() {
        const SEVEN_DAYS: Result<Duration, InvalidLiteral> = Duration::parse("P7D");
        assert_eq!(SEVEN_DAYS.unwrap().seconds(), 604_800);
    }

    #[test]
    fn std_holds_neither_negative_durations_nor_picoseconds() {
        let convert = |text| std::time::Duration::try_from(Duration::parse(text).unwrap());
        assert_eq!(convert("PT1.000000001S").unwrap(), std::time::Duration::new(1, 1));
        assert!(convert("-PT1S").is_err());
        assert!(convert("PT0.000000000001S").is_err());
    }

    proptest! {
        #[test]
        fn round_trips(duration in any_duration()) {
            prop_assert_eq!(Duration::parse(&duration.to_string()), Ok(duration));
        }

        #[test]
        fn is_ordered_by_length(a in any_duration(), b in any_duration()) {
            // The lengths in the unit of each part, compared from the largest to the smallest.
            let parts = |duration: &Duration| {
                let sign = if duration.is_negative() { -1 } else { 1 };
                (sign * i128::from(duration.seconds()), sign * i128::from(duration.picoseconds()))
            };
            assert_laws(&[a, b], |duration| duration, parts);
        }

        #[test]
        fn spellings_of_one_length_are_one_value(h in 0..5_u64, m in 0..300_u64, zeros in 0..6_usize) {
            let texts = [format!("PT{h}H{m}M"), format!("PT{}.0{}S", (h * 60 + m) * 60, "0".repeat(zeros))];
            let [one, other] = texts.map(|text| Duration::parse(&text).unwrap());
            prop_assert_eq!(one, other);
            prop_assert_eq!(one.to_string(), other.to_string());
        }

        #[test]
        fn adds_up_its_parts(
            negative: bool, d in 0..1_000_u64, h in 0..100_u64, m in 0..100_u64, s in 0..100_u64,
            nanoseconds in 0..1_000_000_000_u32,
        ) {
            let sign = if negative { "-" } else { "" };
            let text = format!("{sign}P{d}DT{h}H{m}M{s}.{nanoseconds:09}S");
            let length = std::time::Duration::new(((d * 24 + h) * 60 + m) * 60 + s, nanoseconds);
            let expected = Duration::from(length);
            let parsed = Duration::parse(&text).unwrap();
            prop_assert_eq!(parsed.seconds(), expected.seconds());
            prop_assert_eq!(parsed.picoseconds(), expected.picoseconds());
            prop_assert_eq!(parsed.is_negative(), negative && !length.is_zero());
            prop_assert_eq!(std::time::Duration::try_from(expected), Ok(length));
        }

        #[test]
        fn what_is_read_is_written_in_one_form(text in "[-+]?P?[0-9DTHMS.]{0,24}") {
            if let Ok(duration) = Duration::parse(&text) {
                let written = duration.to_string();
                prop_assert_eq!(Duration::parse(&written), Ok(duration));
            }
        }
    }
}
