//! The common form of dates and times of all crates: seconds and nanoseconds.

use crate::value::{DateTimeOffset, Duration, TimeOfDay};

const NANOSECONDS_PER_SECOND: u32 = 1_000_000_000;

/// Creates the instant `seconds` and `nanoseconds` after 1970-01-01T00:00:00Z, at an offset; nanoseconds of a second or
/// more make a leap second. `None` if the offset is not in whole minutes, or a day or more.
pub(super) fn instant(seconds: i64, nanoseconds: u32, offset_seconds: i32) -> Option<DateTimeOffset> {
    let offset_minutes = i16::try_from(offset_seconds / 60).ok().filter(|_| offset_seconds % 60 == 0)?;
    let (leap, nanoseconds) = leap(nanoseconds);
    let local = DateTimeOffset::from_unix(seconds + i64::from(offset_seconds), nanoseconds)
        .expect("other crates have fewer years");
    DateTimeOffset::new(local.date(), with_leap_second(local.time(), leap), offset_minutes)
}

/// Creates the same in UTC if it cannot be written at the offset.
pub(super) fn instant_or_utc(seconds: i64, nanoseconds: u32, offset_seconds: i32) -> DateTimeOffset {
    instant(seconds, nanoseconds, offset_seconds)
        .or_else(|| instant(seconds, nanoseconds, 0))
        .expect("no offset can always be written")
}

/// Creates a time, with only as many digits of a second as it needs; nanoseconds of a second or more make a leap
/// second.
pub(super) fn time_of_day(seconds_since_midnight: u32, nanoseconds: u32) -> TimeOfDay {
    let (leap, nanoseconds) = leap(nanoseconds);
    let day = DateTimeOffset::from_unix(seconds_since_midnight.into(), nanoseconds).expect("a time of the first day");
    with_leap_second(day.time(), leap)
}

/// Returns whether these are the nanoseconds of a leap second, and the nanoseconds of the second.
const fn leap(nanoseconds: u32) -> (bool, u32) {
    match nanoseconds.checked_sub(NANOSECONDS_PER_SECOND) {
        Some(nanoseconds) => (true, nanoseconds),
        None => (false, nanoseconds),
    }
}

fn with_leap_second(time: TimeOfDay, leap: bool) -> TimeOfDay {
    let second = time.second() + u8::from(leap);
    TimeOfDay::new(time.hour(), time.minute(), second)
        .and_then(|whole| whole.with_fraction(time.picoseconds(), time.fraction_digits()?))
        .expect("a leap second follows second 59")
}

/// Returns hour, minute, second and nanoseconds, if the time is in whole nanoseconds.
pub(super) fn clock(time: TimeOfDay) -> Option<(u8, u8, u8, u32)> {
    Some((time.hour(), time.minute(), time.second(), time.nanoseconds()?))
}

/// Creates a duration from seconds and nanoseconds with the same sign.
pub(super) fn duration(seconds: i64, nanoseconds: i32) -> Duration {
    let negative = seconds < 0 || nanoseconds < 0;
    let picoseconds = u64::from(nanoseconds.unsigned_abs()) * 1_000;
    Duration::new(negative, seconds.unsigned_abs(), picoseconds).expect("less than a second of nanoseconds")
}

/// Returns seconds and nanoseconds of a duration, both with its sign, if it is in whole nanoseconds and not too long.
pub(super) fn seconds(duration: Duration) -> Option<(i64, i32)> {
    let nanoseconds = i32::try_from(duration.picoseconds() / 1_000).ok()?;
    if !duration.picoseconds().is_multiple_of(1_000) {
        return None;
    }
    if duration.is_negative() {
        Some((0_i64.checked_sub_unsigned(duration.seconds())?, -nanoseconds))
    } else {
        Some((i64::try_from(duration.seconds()).ok()?, nanoseconds))
    }
}
