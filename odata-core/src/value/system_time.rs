//! Instants of the system's clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{DateTimeOffset, InvalidLiteral};

/// Returns the seconds and nanoseconds since 1970-01-01T00:00:00Z, with the nanoseconds counted forwards.
pub(super) fn since_epoch(time: SystemTime) -> (i64, u32) {
    let seconds = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => (seconds(after.as_secs()), after.subsec_nanos()),
        Err(error) => {
            let before = error.duration();
            match before.subsec_nanos() {
                0 => (-seconds(before.as_secs()), 0),
                nanoseconds => (-seconds(before.as_secs()) - 1, 1_000_000_000 - nanoseconds),
            }
        }
    }
}

impl TryFrom<SystemTime> for DateTimeOffset {
    type Error = InvalidLiteral;

    /// Returns the time in UTC, with only as many digits of a second as it needs. Refuses years that are out of range.
    fn try_from(time: SystemTime) -> Result<Self, InvalidLiteral> {
        let (seconds, nanoseconds) = since_epoch(time);
        Self::from_unix(seconds, nanoseconds).ok_or(InvalidLiteral { expected: "Edm.DateTimeOffset: years of 32 bits" })
    }
}

impl TryFrom<DateTimeOffset> for SystemTime {
    type Error = InvalidLiteral;

    /// Returns the instant; its offset is lost. Refuses what the target cannot hold: fractions of the unit of the
    /// system's clock, which is at least a nanosecond, and years that are out of its range.
    fn try_from(value: DateTimeOffset) -> Result<Self, InvalidLiteral> {
        const EXPECTED: &str = "std::time::SystemTime: whole units of the system's clock, in its range";
        let at = |seconds: i64, nanoseconds: u32| {
            let length = Duration::from_secs(seconds.unsigned_abs());
            let second = if seconds < 0 { UNIX_EPOCH.checked_sub(length) } else { UNIX_EPOCH.checked_add(length) };
            second?.checked_add(Duration::new(0, nanoseconds))
        };
        value
            .unix_nanoseconds()
            .and_then(|(seconds, nanoseconds)| {
                // Clocks may have coarser units.
                at(seconds, nanoseconds).filter(|time| since_epoch(*time) == (seconds, nanoseconds))
            })
            .ok_or(InvalidLiteral { expected: EXPECTED })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> DateTimeOffset {
        DateTimeOffset::parse(text).unwrap()
    }

    #[test]
    fn the_clock_is_read_on_both_sides_of_1970() {
        assert_eq!(since_epoch(UNIX_EPOCH + Duration::new(1, 5)), (1, 5));
        assert_eq!(since_epoch(UNIX_EPOCH - Duration::new(1, 0)), (-1, 0));
        assert_eq!(since_epoch(UNIX_EPOCH - Duration::new(1, 5)), (-2, 999_999_995));

        let before = since_epoch(SystemTime::now()).0;
        let now = DateTimeOffset::now_utc();
        let after = since_epoch(SystemTime::now()).0;
        assert!((before..=after).contains(&now.unix_seconds()), "{now}");
        assert_eq!(now.to_string().len(), "2016-12-31T23:56:33.9571764Z".len());
    }

    #[test]
    fn the_system_has_other_limits() {
        let text = |time| DateTimeOffset::try_from(time).unwrap().to_string();
        assert_eq!(text(UNIX_EPOCH - Duration::new(0, 1_500)), "1969-12-31T23:59:59.9999985Z");
        assert_eq!(
            SystemTime::try_from(parse("1970-01-01T02:00:00.25+02:00")),
            Ok(UNIX_EPOCH + Duration::from_millis(250))
        );
        assert!(SystemTime::try_from(parse("1970-01-01T00:00:00.000000000001Z")).is_err());
        #[cfg(unix)]
        {
            let far = UNIX_EPOCH + Duration::from_secs(1 << 62);
            assert!(DateTimeOffset::try_from(far).is_err());
            let last = parse("2147483647-12-31T23:59:59.999999999Z");
            assert!(DateTimeOffset::try_from(SystemTime::try_from(last).unwrap()).unwrap().is_identical(&last));
        }
    }

    proptest! {
        #[test]
        fn system_times_come_back(seconds in -10_000_000_000..10_000_000_000_i64, hundreds in 0..10_000_000_u32) {
            let value = DateTimeOffset::from_unix(seconds, hundreds * 100).unwrap();
            let time = SystemTime::try_from(value).unwrap();
            prop_assert!(DateTimeOffset::try_from(time).unwrap().is_identical(&value));
        }
    }
}
