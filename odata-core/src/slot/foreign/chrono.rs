//! `chrono` 0.4: `DateTime<FixedOffset>` and `DateTime<Utc>` are `Edm.DateTimeOffset`, `NaiveDate` is `Edm.Date`,
//! `NaiveTime` is `Edm.TimeOfDay`, `TimeDelta` is `Edm.Duration`.
//!
//! They hold nanoseconds, and leap seconds; fractions of a nanosecond are refused. Lost are trailing zeros of a
//! fraction, whether seconds were written, and with `DateTime<Utc>` the offset. An offset that is not in whole minutes
//! has no form in OData; such a property is written in UTC.

use ::chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Timelike as _, Utc};

use super::{foreign, temporal};
use crate::value::{Date, DateTimeOffset, Duration, InvalidLiteral, TimeOfDay};

const DATE_TIME: InvalidLiteral = InvalidLiteral { expected: "chrono::DateTime: whole nanoseconds, in its range" };
const OFFSET: InvalidLiteral = InvalidLiteral { expected: "Edm.DateTimeOffset: an offset in whole minutes" };
const DATE: InvalidLiteral = InvalidLiteral { expected: "chrono::NaiveDate: in its range" };
const TIME: InvalidLiteral = InvalidLiteral { expected: "chrono::NaiveTime: whole nanoseconds" };
const DELTA: InvalidLiteral = InvalidLiteral { expected: "chrono::TimeDelta: whole nanoseconds, in its range" };

foreign! {
    DateTime<FixedOffset> as DateTimeOffset, |value| {
        let offset = value.offset().local_minus_utc();
        temporal::instant_or_utc(value.timestamp(), value.timestamp_subsec_nanos(), offset)
    };
    DateTime<Utc> as DateTimeOffset, |value| (*value).into();
    NaiveDate as Date, |value| (*value).into();
    NaiveTime as TimeOfDay, |value| (*value).into();
    TimeDelta as Duration, |value| (*value).into();
}

impl From<DateTime<Utc>> for DateTimeOffset {
    fn from(value: DateTime<Utc>) -> Self {
        temporal::instant_or_utc(value.timestamp(), value.timestamp_subsec_nanos(), 0)
    }
}

impl TryFrom<DateTime<FixedOffset>> for DateTimeOffset {
    type Error = InvalidLiteral;

    /// Refuses offsets that are not in whole minutes.
    fn try_from(value: DateTime<FixedOffset>) -> Result<Self, InvalidLiteral> {
        let offset = value.offset().local_minus_utc();
        temporal::instant(value.timestamp(), value.timestamp_subsec_nanos(), offset).ok_or(OFFSET)
    }
}

impl TryFrom<DateTimeOffset> for DateTime<Utc> {
    type Error = InvalidLiteral;

    /// Converts to the instant; its offset is lost. Refuses fractions of a nanosecond, and years that are out of range.
    fn try_from(value: DateTimeOffset) -> Result<Self, InvalidLiteral> {
        let (seconds, nanoseconds) = value.unix_nanoseconds().ok_or(DATE_TIME)?;
        let leap = value.time().second() == 60;
        let (seconds, nanoseconds) =
            if leap { (seconds - 1, nanoseconds + 1_000_000_000) } else { (seconds, nanoseconds) };
        Self::from_timestamp(seconds, nanoseconds).ok_or(DATE_TIME)
    }
}

impl TryFrom<DateTimeOffset> for DateTime<FixedOffset> {
    type Error = InvalidLiteral;

    /// Converts to the instant at its offset. Refuses fractions of a nanosecond, and years that are out of range.
    fn try_from(value: DateTimeOffset) -> Result<Self, InvalidLiteral> {
        let utc = DateTime::<Utc>::try_from(value)?;
        let offset = FixedOffset::east_opt(i32::from(value.offset_minutes()) * 60).ok_or(DATE_TIME)?;
        // Chrono panics when it formats a local time that is out of its range.
        utc.naive_utc().checked_add_offset(offset).ok_or(DATE_TIME)?;
        Ok(utc.with_timezone(&offset))
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        let days = date.num_days_from_ce() - NaiveDate::default().num_days_from_ce();
        Self::from_days_since_epoch(days.into()).expect("chrono has fewer years")
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = InvalidLiteral;

    /// Refuses years that are out of range.
    fn try_from(date: Date) -> Result<Self, InvalidLiteral> {
        Self::from_ymd_opt(date.year(), date.month().into(), date.day().into()).ok_or(DATE)
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        temporal::time_of_day(time.num_seconds_from_midnight(), time.nanosecond())
    }
}

impl TryFrom<TimeOfDay> for NaiveTime {
    type Error = InvalidLiteral;

    /// Refuses fractions of a nanosecond.
    fn try_from(time: TimeOfDay) -> Result<Self, InvalidLiteral> {
        let (hour, minute, second, nanoseconds) = temporal::clock(time).ok_or(TIME)?;
        let (second, nanoseconds) =
            if second == 60 { (59, nanoseconds + 1_000_000_000) } else { (second, nanoseconds) };
        Self::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanoseconds).ok_or(TIME)
    }
}

impl From<TimeDelta> for Duration {
    fn from(delta: TimeDelta) -> Self {
        temporal::duration(delta.num_seconds(), delta.subsec_nanos())
    }
}

impl TryFrom<Duration> for TimeDelta {
    type Error = InvalidLiteral;

    /// Refuses fractions of a nanosecond, and more than 2⁶³ milliseconds.
    fn try_from(duration: Duration) -> Result<Self, InvalidLiteral> {
        let (seconds, nanoseconds) = temporal::seconds(duration).ok_or(DELTA)?;
        let whole = Self::try_seconds(seconds).ok_or(DELTA)?;
        whole.checked_add(&Self::nanoseconds(nanoseconds.into())).ok_or(DELTA)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_json, assert_refused};
    use super::*;
    use crate::{Diff as _, ODataEntity, codec};
    use proptest::prelude::*;

    fn at(seconds: i64, nanoseconds: u32, offset_seconds: i32) -> DateTime<FixedOffset> {
        let utc = DateTime::from_timestamp(seconds, nanoseconds).unwrap();
        utc.with_timezone(&FixedOffset::east_opt(offset_seconds).unwrap())
    }

    #[test]
    fn properties_have_these_types() {
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = "foreign.chronicle")]
        struct Chronicle {
            #[odata(key)]
            day: NaiveDate,
            at: DateTime<FixedOffset>,
            utc: Option<DateTime<Utc>>,
            times: Vec<NaiveTime>,
            #[odata(default = "PT1M")]
            length: TimeDelta,
        }
        let json = concat!(
            r##"{"@odata.type":"#foreign.chronicle","day":"2024-02-29","at":"2024-02-29T12:00:00.5+02:00","##,
            r#""utc":"2016-12-31T23:59:60Z","times":["07:59:00","23:59:60.25"],"length":"-PT1.5S"}"#
        );
        let chronicle: Chronicle = codec::from_slice(json.as_bytes()).unwrap();
        assert_eq!(chronicle.at, at(1_709_200_800, 500_000_000, 0));
        assert_eq!(chronicle.utc.unwrap().timestamp_subsec_nanos(), 1_000_000_000);
        assert_eq!(chronicle.length, TimeDelta::milliseconds(-1_500));
        assert_eq!(String::from_utf8(codec::to_vec(&chronicle)).unwrap(), json);
        let through_serde = serde_json::to_string(&chronicle).unwrap();
        assert_eq!(serde_json::from_str::<Chronicle>(&through_serde).unwrap(), chronicle);

        let mut moved = chronicle.clone();
        moved.at = at(1_709_200_800, 500_000_000, 0);
        assert_eq!(moved, chronicle);
        assert_eq!(chronicle.diff(&moved).to_vec(), br#"{"at":"2024-02-29T10:00:00.5Z"}"#);
        assert_eq!(<Chronicle as crate::PropertyValue>::blank().length, TimeDelta::minutes(1));
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        let dates =
            [r#""262143-01-01T00:00:00Z""#, r#""-262144-01-01T00:00:00Z""#, r#""2024-01-01T00:00:00.0000000001Z""#];
        assert_refused::<DateTime<Utc>>(&dates);
        assert_refused::<DateTime<FixedOffset>>(&dates);
        assert_refused::<DateTime<FixedOffset>>(&[
            r#""262142-12-31T23:59:59-23:00""#,
            r#""-262143-01-01T00:00:00+01:00""#,
        ]);
        assert_refused::<NaiveDate>(&[r#""262143-01-01""#, r#""-262144-12-31""#]);
        assert_refused::<NaiveTime>(&[r#""00:00:00.000000000001""#]);
        assert_refused::<TimeDelta>(&[
            r#""PT9223372036854776S""#,
            r#""-PT18446744073709551615S""#,
            r#""PT0.0000000001S""#,
        ]);
    }

    #[test]
    fn offsets_with_seconds_are_written_in_utc() {
        let amsterdam = at(0, 0, 1_172);
        assert_eq!(DateTimeOffset::try_from(amsterdam), Err(OFFSET));
        assert_eq!(codec::to_vec(&amsterdam), br#""1970-01-01T00:00:00Z""#);
        assert_json(&at(0, 1, -60), r#""1969-12-31T23:59:00.000000001-00:01""#);
        let limits = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC];
        for limit in limits {
            assert_eq!(DateTime::<Utc>::try_from(DateTimeOffset::from(limit)), Ok(limit));
        }
        for limit in [TimeDelta::MIN, TimeDelta::MAX] {
            assert_eq!(TimeDelta::try_from(Duration::from(limit)), Ok(limit));
        }
        for limit in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(NaiveDate::try_from(Date::from(limit)), Ok(limit));
        }
    }

    proptest! {
        #[test]
        fn all_come_back(
            seconds in -8_000_000_000_000..8_000_000_000_000_i64, nanoseconds in 0..1_000_000_000_u32, minutes in -1439..1440,
        ) {
            let value = at(seconds, nanoseconds, minutes * 60);
            let own = DateTimeOffset::try_from(value).unwrap();
            prop_assert_eq!((own.unix_seconds(), own.time().picoseconds()), (seconds, u64::from(nanoseconds) * 1_000));
            let back = DateTime::<FixedOffset>::try_from(own).unwrap();
            prop_assert_eq!((back, *back.offset()), (value, *value.offset()));
            let utc = value.with_timezone(&Utc);
            prop_assert_eq!(DateTime::<Utc>::try_from(DateTimeOffset::from(utc)), Ok(utc));
            // Chrono's own text is an OData literal for years of four digits.
            if (0..10_000).contains(&own.date().year()) {
                prop_assert_eq!(DateTimeOffset::parse(&format!("{value:?}")), Ok(own));
            }

            let (date, time) = (value.naive_local().date(), value.naive_local().time());
            prop_assert_eq!(NaiveDate::try_from(Date::from(date)), Ok(date));
            prop_assert_eq!(Date::from(date), own.date());
            prop_assert_eq!(NaiveTime::try_from(TimeOfDay::from(time)), Ok(time));
            prop_assert_eq!(TimeOfDay::from(time), own.time());
            let delta = TimeDelta::new(seconds, nanoseconds).unwrap();
            prop_assert_eq!(TimeDelta::try_from(Duration::from(delta)), Ok(delta));
            prop_assert_eq!(
                Duration::from(delta).total_picoseconds(),
                (i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds)) * 1_000
            );
        }
    }
}
