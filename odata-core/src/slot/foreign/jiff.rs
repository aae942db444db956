//! `jiff` 0.2: `Timestamp` is `Edm.DateTimeOffset`, `civil::Date` is `Edm.Date`, `civil::Time` is `Edm.TimeOfDay`,
//! `SignedDuration` is `Edm.Duration`. `Zoned` has no counterpart: OData has offsets, but no time zones.
//!
//! They hold nanoseconds; fractions of a nanosecond are refused. Lost are trailing zeros of a fraction, whether
//! seconds were written, and with `Timestamp` the offset. A leap second is the first of the next minute in a
//! `Timestamp`, and refused as a `civil::Time`.

use ::jiff::{
    SignedDuration, Timestamp,
    civil::{self, Time},
};

use super::{foreign, temporal};
use crate::value::{Date, DateTimeOffset, Duration, InvalidLiteral, TimeOfDay};

const TIMESTAMP: InvalidLiteral = InvalidLiteral { expected: "jiff::Timestamp: whole nanoseconds, in its range" };
const DATE: InvalidLiteral = InvalidLiteral { expected: "jiff::civil::Date: years -9999 to 9999" };
const TIME: InvalidLiteral = InvalidLiteral { expected: "jiff::civil::Time: whole nanoseconds, seconds below 60" };
const DURATION: InvalidLiteral = InvalidLiteral { expected: "jiff::SignedDuration: whole nanoseconds, in its range" };

foreign! {
    Timestamp as DateTimeOffset, |value| (*value).into();
    civil::Date as Date, |value| (*value).into();
    Time as TimeOfDay, |value| (*value).into();
    SignedDuration as Duration, |value| (*value).into();
}

impl From<Timestamp> for DateTimeOffset {
    fn from(value: Timestamp) -> Self {
        // Both parts have the same sign.
        let (seconds, nanoseconds) = (value.as_second(), value.subsec_nanosecond());
        let before = i64::from(nanoseconds < 0);
        let nanoseconds = nanoseconds.rem_euclid(1_000_000_000).unsigned_abs();
        temporal::instant_or_utc(seconds - before, nanoseconds, 0)
    }
}

impl TryFrom<DateTimeOffset> for Timestamp {
    type Error = InvalidLiteral;

    /// Converts to the instant; its offset is lost. Refuses fractions of a nanosecond, and years that are out of range.
    fn try_from(value: DateTimeOffset) -> Result<Self, InvalidLiteral> {
        let (seconds, nanoseconds) = value.unix_nanoseconds().ok_or(TIMESTAMP)?;
        Self::new(seconds, nanoseconds.cast_signed()).map_err(|_| TIMESTAMP)
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self::new(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).expect("a day")
    }
}

impl TryFrom<Date> for civil::Date {
    type Error = InvalidLiteral;

    /// Refuses years that are out of range.
    fn try_from(date: Date) -> Result<Self, InvalidLiteral> {
        let year = i16::try_from(date.year()).map_err(|_| DATE)?;
        Self::new(year, date.month().cast_signed(), date.day().cast_signed()).map_err(|_| DATE)
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        let [hour, minute, second] =
            [time.hour(), time.minute(), time.second()].map(|part| u32::from(part.unsigned_abs()));
        temporal::time_of_day((hour * 60 + minute) * 60 + second, time.subsec_nanosecond().unsigned_abs())
    }
}

impl TryFrom<TimeOfDay> for Time {
    type Error = InvalidLiteral;

    /// Refuses fractions of a nanosecond, and leap seconds.
    fn try_from(time: TimeOfDay) -> Result<Self, InvalidLiteral> {
        let (hour, minute, second, nanoseconds) = temporal::clock(time).ok_or(TIME)?;
        Self::new(hour.cast_signed(), minute.cast_signed(), second.cast_signed(), nanoseconds.cast_signed())
            .map_err(|_| TIME)
    }
}

impl From<SignedDuration> for Duration {
    fn from(duration: SignedDuration) -> Self {
        temporal::duration(duration.as_secs(), duration.subsec_nanos())
    }
}

impl TryFrom<Duration> for SignedDuration {
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
    use crate::{ODataEntity, codec};
    use proptest::prelude::*;

    #[test]
    fn properties_have_these_types() {
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = "foreign.calendar")]
        struct Calendar {
            #[odata(key)]
            day: civil::Date,
            at: Timestamp,
            times: Vec<Option<Time>>,
            length: Option<SignedDuration>,
        }
        let json = concat!(
            r##"{"@odata.type":"#foreign.calendar","day":"-0044-03-15","at":"1969-12-31T23:59:59.5Z","##,
            r#""times":["07:59:00",null],"length":"-PT1.5S"}"#
        );
        let calendar: Calendar = codec::from_slice(json.as_bytes()).unwrap();
        assert_eq!(calendar.at, Timestamp::new(0, -500_000_000).unwrap());
        assert_eq!(calendar.length, Some(SignedDuration::from_millis(-1_500)));
        assert_eq!(String::from_utf8(codec::to_vec(&calendar)).unwrap(), json);
        let through_serde = serde_json::to_string(&calendar).unwrap();
        assert_eq!(serde_json::from_str::<Calendar>(&through_serde).unwrap(), calendar);
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        assert_refused::<Timestamp>(&[
            r#""10000-01-01T00:00:00Z""#,
            r#""-10000-01-01T00:00:00Z""#,
            r#""2024-01-01T00:00:00.000000000001Z""#,
        ]);
        assert_refused::<civil::Date>(&[r#""10000-01-01""#, r#""-10000-12-31""#, r#""70000-01-01""#]);
        assert_refused::<Time>(&[r#""00:00:00.0000000001""#, r#""23:59:60""#]);
        assert_refused::<SignedDuration>(&[r#""PT9223372036854775808S""#, r#""PT0.0000000001S""#]);
    }

    #[test]
    fn limits_and_offsets() {
        for limit in [Timestamp::MIN, Timestamp::MAX] {
            assert_eq!(Timestamp::try_from(DateTimeOffset::from(limit)), Ok(limit));
        }
        for limit in [SignedDuration::MIN, SignedDuration::MAX] {
            assert_eq!(SignedDuration::try_from(Duration::from(limit)), Ok(limit));
        }
        let read: Timestamp = codec::from_slice(br#""2016-12-31T15:59:60-08:00""#).unwrap();
        assert_json(&read, r#""2017-01-01T00:00:00Z""#);
    }

    proptest! {
        #[test]
        fn all_come_back(
            nanoseconds in Timestamp::MIN.as_nanosecond()..Timestamp::MAX.as_nanosecond(),
            day in -4_000_000..2_000_000_i64, clock in 0..86_400_000_000_000_i64,
        ) {
            let value = Timestamp::from_nanosecond(nanoseconds).unwrap();
            let own = DateTimeOffset::from(value);
            prop_assert_eq!(own.unix_seconds(), i64::try_from(nanoseconds.div_euclid(1_000_000_000)).unwrap());
            prop_assert_eq!(Timestamp::try_from(own), Ok(value));
            // Jiff's own text is an OData literal for years of four digits.
            if own.date().year() >= 0 {
                prop_assert_eq!(DateTimeOffset::parse(&value.to_string()), Ok(own));
            }

            let date = Date::from_days_since_epoch(day).unwrap();
            if let Ok(civil) = civil::Date::try_from(date) {
                prop_assert_eq!(Date::from(civil), date);
            } else {
                prop_assert!(date.year().abs() > 9999);
            }
            let time = Time::midnight() + SignedDuration::from_nanos(clock);
            prop_assert_eq!(Time::try_from(TimeOfDay::from(time)), Ok(time));
            let duration = SignedDuration::from_nanos(clock - 40_000_000_000_000);
            prop_assert_eq!(SignedDuration::try_from(Duration::from(duration)), Ok(duration));
            prop_assert_eq!(Duration::from(duration).total_picoseconds(), duration.as_nanos() * 1_000);
        }
    }
}
