//! The number of digits of a decimal number.

/// The digits of a number written without exponent and without insignificant zeros: `0012.50` has two digits before
/// the point and one after it, `1E3` has four before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DecimalDigits {
    /// The digits before the point; 0 for numbers between -1 and 1.
    pub(crate) whole: u64,
    /// The digits after it.
    pub(crate) fraction: u64,
}

impl DecimalDigits {
    /// Counts the digits of a literal of `Edm.Decimal`. Counts above 2⁴⁰, which only an exponent can cause, are not
    /// exact.
    pub(crate) const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut at, mut digits) = (0, 0_i64);
        let (mut point, mut first, mut last) = (None, None, 0);
        while at < bytes.len() && !matches!(bytes[at], b'e' | b'E') {
            match bytes[at] {
                b'.' => point = Some(digits),
                b'0' => digits += 1,
                b'1'..=b'9' => {
                    if first.is_none() {
                        first = Some(digits);
                    }
                    digits += 1;
                    last = digits;
                }
                _ => {}
            }
            at += 1;
        }
        let Some(first) = first else { return Self { whole: 0, fraction: 0 } };
        let written = match point {
            Some(point) => point,
            None => digits,
        };
        let point = written + exponent(bytes, at + 1);
        Self { whole: not_below_zero(point - first), fraction: not_below_zero(last - point) }
    }
}

/// Returns the exponent at `at`, at most 2⁴⁰ in either direction.
const fn exponent(bytes: &[u8], mut at: usize) -> i64 {
    const MOST: i64 = 1 << 40;
    let (mut value, mut negative) = (0_i64, false);
    while at < bytes.len() {
        match bytes[at] {
            b'-' => negative = true,
            digit @ b'0'..=b'9' if value < MOST => value = value * 10 + (digit - b'0') as i64,
            _ => {}
        }
        at += 1;
    }
    let value = if value < MOST { value } else { MOST };
    if negative { -value } else { value }
}

const fn not_below_zero(number: i64) -> u64 {
    if number > 0 { number.unsigned_abs() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_digits() {
        let huge = format!("1e-{}", "9".repeat(50));
        for (text, whole, fraction) in [
            ("0", 0, 0),
            ("-0.00e9", 0, 0),
            ("7", 1, 0),
            ("100", 3, 0),
            ("0.5", 0, 1),
            ("-12.50", 2, 1),
            ("0012.50", 2, 1),
            ("0.0012", 0, 4),
            ("1E3", 4, 0),
            ("1.50E3", 4, 0),
            ("1.2345e+2", 3, 2),
            ("12e-1", 1, 1),
            ("120e-2", 1, 1),
            ("12e-5", 0, 5),
            (&huge, 0, 1 << 40),
        ] {
            assert_eq!(DecimalDigits::of(text), DecimalDigits { whole, fraction }, "{text}");
        }
    }

    proptest! {
        /// A number and the same number without exponent have the same digits.
        #[test]
        fn an_exponent_only_moves_the_point(digits in 0..=999_999_999_u64, exponent in -20..=20_i32) {
            let width = 30;
            let padded = format!("{digits:0>width$}{:0<20}", "");
            let point = usize::try_from(i32::try_from(width).unwrap() + exponent).unwrap();
            let plain = format!("{}.{}0", &padded[..point], &padded[point..]);
            prop_assert_eq!(DecimalDigits::of(&format!("{digits}E{exponent}")), DecimalDigits::of(&plain));
        }

        #[test]
        fn counts_the_digits_of_literals(whole in "[1-9][0-9]{0,9}|", fraction in "[0-9]{0,9}[1-9]|", zeros in "0{0,3}") {
            let text = format!("-0{whole}.{fraction}{zeros}0");
            let expected = DecimalDigits { whole: whole.len() as u64, fraction: fraction.len() as u64 };
            prop_assert_eq!(DecimalDigits::of(&text), expected);
        }
    }
}
