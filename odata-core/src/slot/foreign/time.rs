//! `time` 0.3: `OffsetDateTime` is `Edm.DateTimeOffset`, `Date` is `Edm.Date`, `Time` is `Edm.TimeOfDay`, `Duration` is
//! `Edm.Duration`.
//!
//! They hold nanoseconds; fractions of a nanosecond are refused. Lost are trailing zeros of a fraction, and
//! whether seconds were written. A leap second is the first of the next minute in an `OffsetDateTime`, and refused as a
//! `Time`. An offset that is not in whole minutes, or a day or more, has no form in OData; such a property is written
//! in UTC.

use ::time::{Month, OffsetDateTime, Time, UtcOffset};

use super::{foreign, temporal};
use crate::value::{Date, DateTimeOffset, Duration, InvalidLiteral, TimeOfDay};

const DATE_TIME: InvalidLiteral = InvalidLiteral { expected: "time::OffsetDateTime: whole nanoseconds, in its range" };
const OFFSET: InvalidLiteral =
    InvalidLiteral { expected: "Edm.DateTimeOffset: an offset in whole minutes, below a day" };
const DATE: InvalidLiteral = InvalidLiteral { expected: "time::Date: in its range" };
const TIME: InvalidLiteral = InvalidLiteral { expected: "time::Time: whole nanoseconds, seconds below 60" };
const DURATION: InvalidLiteral = InvalidLiteral { expected: "time::Duration: whole nanoseconds, in its range" };

foreign! {
    OffsetDateTime as DateTimeOffset, |value| {
        temporal::instant_or_utc(value.unix_timestamp(), value.nanosecond(), value.offset().whole_seconds())
    };
    ::time::Date as Date, |value| (*value).into();
    Time as TimeOfDay, |value| (*value).into();
    ::time::Duration as Duration, |value| (*value).into();
}

impl TryFrom<OffsetDateTime> for DateTimeOffset {
    type Error = InvalidLiteral;

    /// Refuses offsets that are not in whole minutes, or a day or more.
    fn try_from(value: OffsetDateTime) -> Result<Self, InvalidLiteral> {
        temporal::instant(value.unix_timestamp(), value.nanosecond(), value.offset().whole_seconds()).ok_or(OFFSET)
    }
}

impl TryFrom<DateTimeOffset> for OffsetDateTime {
    type Error = InvalidLiteral;

    /// Converts to the instant at its offset. Refuses fractions of a nanosecond, and years that are out of range.
    fn try_from(value: DateTimeOffset) -> Result<Self, InvalidLiteral> {
        let (seconds, nanoseconds) = value.unix_nanoseconds().ok_or(DATE_TIME)?;
        let utc = Self::from_unix_timestamp_nanos(i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds));
        let offset = UtcOffset::from_whole_seconds(i32::from(value.offset_minutes()) * 60).map_err(|_| DATE_TIME)?;
        utc.map_err(|_| DATE_TIME)?.checked_to_offset(offset).ok_or(DATE_TIME)
    }
}

impl From<::time::Date> for Date {
    fn from(date: ::time::Date) -> Self {
        Self::new(date.year(), date.month().into(), date.day()).expect("a day")
    }
}

impl TryFrom<Date> for ::time::Date {
    type Error = InvalidLiteral;

    /// Refuses years that are out of range: -9999 to 9999, unless `time` is built for large dates.
    fn try_from(date: Date) -> Result<Self, InvalidLiteral> {
        let month = Month::try_from(date.month()).map_err(|_| DATE)?;
        Self::from_calendar_date(date.year(), month, date.day()).map_err(|_| DATE)
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(u32::from);
        temporal::time_of_day((hour * 60 + minute) * 60 + second, time.nanosecond())
    }
}

impl TryFrom<TimeOfDay> for Time {
    type Error = InvalidLiteral;

    /// Refuses fractions of a nanosecond, and leap seconds.
    fn try_from(time: TimeOfDay) -> Result<Self, InvalidLiteral> {
        let (hour, minute, second, nanoseconds) = temporal::clock(time).ok_or(TIME)?;
        Self::from_hms_nano(hour, minute, second, nanoseconds).map_err(|_| TIME)
    }
}

impl From<::time::Duration> for Duration {
    fn from(duration: ::time::Duration) -> Self {
        temporal::duration(duration.whole_seconds(), duration.subsec_nanoseconds())
    }
}

impl TryFrom<Duration> for ::time::Duration {
    type Error = InvalidLiteral;

    /// Refuses fractions of a nanosecond, and more than 2⁶³ seconds.
    fn try_from(duration: Duration) -> Result<Self, InvalidLiteral> {
        temporal::seconds(duration).map(|(seconds, nanoseconds)| Self::new(seconds, nanoseconds)).ok_or(DURATION)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_json, assert_refused};
    use super::*;
    use crate::{Diff as _, ODataEntity, codec};
    use proptest::prelude::*;

    #[test]
    fn properties_have_these_types() {
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = "foreign.clock")]
        struct Clock {
            #[odata(key)]
            day: ::time::Date,
            at: OffsetDateTime,
            times: Vec<Time>,
            length: Option<::time::Duration>,
        }
        let json = concat!(
            r##"{"@odata.type":"#foreign.clock","day":"2024-02-29","at":"1970-01-01T01:59:59.5+02:00","##,
            r#""times":["07:59:00"],"length":"-PT1.5S"}"#
        );
        let clock: Clock = codec::from_slice(json.as_bytes()).unwrap();
        assert_eq!(clock.at.unix_timestamp_nanos(), -500_000_000);
        assert_eq!(clock.length, Some(::time::Duration::milliseconds(-1_500)));
        assert_eq!(String::from_utf8(codec::to_vec(&clock)).unwrap(), json);
        let through_serde = serde_json::to_string(&clock).unwrap();
        assert_eq!(serde_json::from_str::<Clock>(&through_serde).unwrap(), clock);

        let mut moved = clock.clone();
        moved.at = clock.at.to_offset(UtcOffset::UTC);
        assert_eq!(moved, clock);
        assert_eq!(clock.diff(&moved).to_vec(), br#"{"at":"1969-12-31T23:59:59.5Z"}"#);
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        // Years that are out of range also where `time` is built for large dates.
        assert_refused::<OffsetDateTime>(&[
            r#""1000000-01-01T00:00:00Z""#,
            r#""-1000000-01-01T00:00:00Z""#,
            r#""2024-01-01T00:00:00.000000000001Z""#,
        ]);
        assert_refused::<::time::Date>(&[r#""1000000-01-01""#, r#""-1000000-12-31""#]);
        assert_refused::<Time>(&[r#""00:00:00.0000000001""#, r#""23:59:60""#]);
        assert_refused::<::time::Duration>(&[r#""PT9223372036854775808S""#, r#""PT0.0000000001S""#]);
    }

    #[test]
    fn offsets_that_odata_does_not_have_are_written_in_utc() {
        for seconds in [1_172, 25 * 3_600, -24 * 3_600] {
            let value = OffsetDateTime::UNIX_EPOCH.to_offset(UtcOffset::from_whole_seconds(seconds).unwrap());
            assert_eq!(DateTimeOffset::try_from(value), Err(OFFSET));
            assert_eq!(codec::to_vec(&value), br#""1970-01-01T00:00:00Z""#);
        }
        for limit in [::time::Duration::MIN, ::time::Duration::MAX] {
            assert_eq!(::time::Duration::try_from(Duration::from(limit)), Ok(limit));
        }
        for limit in [::time::Date::MIN, ::time::Date::MAX] {
            assert_eq!(::time::Date::try_from(Date::from(limit)), Ok(limit));
        }
        let read: OffsetDateTime = codec::from_slice(br#""2016-12-31T15:59:60-08:00""#).unwrap();
        assert_json(&read, r#""2016-12-31T16:00:00-08:00""#);
    }

    proptest! {
        #[test]
        fn all_come_back(
            seconds in -300_000_000_000..250_000_000_000_i64, nanoseconds in 0..1_000_000_000_i32, minutes in -1439..1440,
        ) {
            let utc = OffsetDateTime::from_unix_timestamp(seconds).unwrap() + ::time::Duration::new(0, nanoseconds);
            let value = utc.to_offset(UtcOffset::from_whole_seconds(minutes * 60).unwrap());
            let own = DateTimeOffset::try_from(value).unwrap();
            prop_assert_eq!(own.unix_seconds(), seconds);
            prop_assert_eq!(own.time().picoseconds(), u64::from(nanoseconds.unsigned_abs()) * 1_000);
            let back = OffsetDateTime::try_from(own).unwrap();
            prop_assert_eq!((back, back.offset()), (value, value.offset()));
            prop_assert_eq!(Date::from(value.date()), own.date());
            prop_assert_eq!(::time::Date::try_from(own.date()), Ok(value.date()));
            prop_assert_eq!(TimeOfDay::from(value.time()), own.time());
            prop_assert_eq!(Time::try_from(own.time()), Ok(value.time()));
            let duration = ::time::Duration::seconds(seconds) + ::time::Duration::nanoseconds(nanoseconds.into());
            prop_assert_eq!(::time::Duration::try_from(Duration::from(duration)), Ok(duration));
            prop_assert_eq!(Duration::from(duration).total_picoseconds(), duration.whole_nanoseconds() * 1_000);
        }
    }
}
