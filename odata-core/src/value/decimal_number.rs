//! Decimal literals in other forms: as integers, and without exponents.

use super::decimal_order::Parts;
use super::{Decimal, InvalidLiteral};

/// The number of zeros from which on an exponent is kept. All doubles have fewer.
const MANY_ZEROS: i128 = 400;

/// Returns whether the number is negative, and the number without its sign, if it is an integer of at most 128 bits.
fn to_integer(text: &str) -> Option<(bool, u128)> {
    let parts = Parts::of(text);
    let signum = parts.signum();
    if signum == 0 {
        return Some((false, 0));
    }
    let mut zeros = u32::try_from(parts.magnitude()).ok().filter(|digits| *digits <= u128::MAX.ilog10() + 1)?;
    let mut value = 0_u128;
    for digit in parts.trimmed() {
        zeros = zeros.checked_sub(1)?;
        value = value.checked_mul(10)?.checked_add(u128::from(digit - b'0'))?;
    }
    Some((signum < 0, value.checked_mul(10_u128.checked_pow(zeros)?)?))
}

/// Conversions that refuse values that are not exactly an integer of the type; `2.0` is one.
macro_rules! to_integer {
    ($($integer:ident => $sign:ident, $expected:literal;)*) => {$(
        impl TryFrom<&Decimal> for $integer {
            type Error = InvalidLiteral;

            /// Refuses values that are not exactly an integer of the type; `2.0` is one.
            fn try_from(decimal: &Decimal) -> Result<Self, InvalidLiteral> {
                to_integer(decimal.as_str())
                    .and_then(|(negative, magnitude)| $sign(negative, magnitude)?.try_into().ok())
                    .ok_or(InvalidLiteral { expected: $expected })
            }
        }

        impl TryFrom<Decimal> for $integer {
            type Error = InvalidLiteral;

            /// Refuses values that are not exactly an integer of the type; `2.0` is one.
            fn try_from(decimal: Decimal) -> Result<Self, InvalidLiteral> {
                Self::try_from(&decimal)
            }
        }
    )*};
}

const fn signed(negative: bool, magnitude: u128) -> Option<i128> {
    if negative { 0_i128.checked_sub_unsigned(magnitude) } else { 0_i128.checked_add_unsigned(magnitude) }
}

const fn unsigned(negative: bool, magnitude: u128) -> Option<u128> {
    if negative { None } else { Some(magnitude) }
}

to_integer! {
    i8 => signed, "i8";
    i16 => signed, "i16";
    i32 => signed, "i32";
    i64 => signed, "i64";
    i128 => signed, "i128";
    u8 => unsigned, "u8";
    u16 => unsigned, "u16";
    u32 => unsigned, "u32";
    u64 => unsigned, "u64";
    u128 => unsigned, "u128";
}

/// Returns the literal with its point where the exponent puts it. `None` if it has no exponent, or one that takes too
/// many zeros.
#[inline]
pub(super) fn without_exponent(text: &str) -> Option<String> {
    // Most have no exponent.
    if text.bytes().all(|byte| byte | 0x20 != b'e') {
        return None;
    }
    with_moved_point(text)
}

#[cold]
fn with_moved_point(text: &str) -> Option<String> {
    let parts = Parts::of(text);
    let digits: Vec<u8> = parts.digits().collect();
    let length = i128::try_from(digits.len()).ok()?;
    // The position of the point among the digits; before the first one and after the last one there are zeros.
    let point = i128::try_from(parts.whole.len()).ok()? + parts.exponent.value();
    let zeros = (1 - point).max(point - length);
    let sign = if parts.negative { "-" } else { "" };
    if zeros >= MANY_ZEROS {
        return (parts.signum() == 0).then(|| format!("{sign}0"));
    }
    let mut plain = String::from(sign);
    let whole: String = (0..point).map(|at| digit(&digits, at)).collect();
    let whole = whole.trim_start_matches('0');
    plain.push_str(if whole.is_empty() { "0" } else { whole });
    if point < length {
        plain.push('.');
        plain.extend((point..length).map(|at| digit(&digits, at)));
    }
    Some(plain)
}

/// Returns the digit at a position; zero outside the digits.
fn digit(digits: &[u8], at: i128) -> char {
    usize::try_from(at).ok().and_then(|at| digits.get(at)).map_or('0', |digit| char::from(*digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::decimal_order::cmp_numbers;
    use proptest::prelude::*;

    #[test]
    fn the_point_moves() {
        for (text, plain) in [
            ("1e3", "1000"),
            ("1.5e-3", "0.0015"),
            ("-1.50E+1", "-15.0"),
            ("0.15e1", "1.5"),
            ("0.05e1", "0.5"),
            ("12e-1", "1.2"),
            ("12e-2", "0.12"),
            ("1.5e1", "15"),
            ("1.5e0", "1.5"),
            ("0e5", "0"),
            ("-0.0e0", "-0.0"),
            ("0e-2", "0.00"),
            ("0e-99999999999999999999999999999999999999999999", "0"),
            ("-0e99999999999999999999999999999999999999999999", "-0"),
            ("5e-0000000000000000000000000000000000000000000000000001", "0.5"),
        ] {
            assert_eq!(without_exponent(text).as_deref(), Some(plain), "{text}");
        }
    }

    #[test]
    fn exponents_stay_where_zeros_would_be_too_many() {
        for text in ["1.5", "0", "1e400", "1e-400", "1e999999999999", "1e-99999999999999999999999999999999999999999999"]
        {
            assert_eq!(without_exponent(text), None, "{text}");
        }
        assert_eq!(without_exponent("1e399").map(|plain| plain.len()), Some(400));
        assert_eq!(without_exponent("1e-399").map(|plain| plain.len()), Some(401));
        let double = without_exponent("4.9406564584124654e-324");
        assert_eq!(double.and_then(|plain| plain.parse().ok()), Some(f64::from_bits(1)));
        // Digits of the literal are kept, however many there are.
        let digits = "7".repeat(1000);
        assert_eq!(without_exponent(&format!("{digits}e-1000")), Some(format!("0.{digits}")));
    }

    #[test]
    fn only_integers_are_integers() {
        for (text, integer) in [
            ("0.00", Some((false, 0))),
            ("-0e99999999999999999999999999999999999999999", Some((false, 0))),
            ("1.50e1", Some((false, 15))),
            ("-2.0", Some((true, 2))),
            ("340282366920938463463374607431768211455", Some((false, u128::MAX))),
            ("340282366920938463463374607431768211456", None),
            ("1e38", Some((false, 10_u128.pow(38)))),
            ("1e39", None),
            ("1e99999999999999999999999999999999999999999", None),
            ("1e-1", None),
            ("1.5", None),
            ("0.5e0", None),
        ] {
            assert_eq!(to_integer(text), integer, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_number_stays(text in "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,9})?[eE][-+]?[0-9]{1,2}") {
            let plain = without_exponent(&text).expect("few zeros");
            prop_assert!(!plain.contains(['e', 'E']));
            prop_assert!(cmp_numbers(&plain, &text).is_eq(), "{}", plain);
            // JSON has no zeros before other digits.
            prop_assert!(serde_json::from_str::<f64>(&plain).is_ok(), "{}", plain);
        }
    }
}
