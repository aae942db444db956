//! The order of decimal literals as numbers.

use std::cmp::Ordering;
use std::hash::Hasher;

/// Compares two texts of the grammar of `Decimal` as numbers: exactly, in time and memory that depend on the lengths of
/// the texts and not on the exponents.
pub(super) fn cmp_numbers(a: &str, b: &str) -> Ordering {
    let (a, b) = (Parts::of(a), Parts::of(b));
    match (a.signum(), b.signum()) {
        (1, 1) => a.cmp_magnitude(&b),
        (-1, -1) => b.cmp_magnitude(&a),
        (a, b) => a.cmp(&b),
    }
}

/// Hashes what [`cmp_numbers`] compares, in time that depends on the length of the text alone.
pub(super) fn hash_number(text: &str, state: &mut impl Hasher) {
    let parts = Parts::of(text);
    let signum = parts.signum();
    state.write_i8(signum);
    if signum != 0 {
        state.write_i128(parts.magnitude());
        let mut digits = 0_usize;
        for digit in parts.trimmed() {
            state.write_u8(digit);
            digits += 1;
        }
        state.write_usize(digits);
    }
}

/// Splits off the sign: whether it is a minus, and the rest.
pub(super) fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// A number taken apart: `± whole.fraction × 10^exponent`.
pub(super) struct Parts<'a> {
    pub(super) negative: bool,
    pub(super) whole: &'a [u8],
    pub(super) fraction: &'a [u8],
    pub(super) exponent: Exponent<'a>,
}

/// An integer of any number of digits.
pub(super) struct Exponent<'a> {
    negative: bool,
    digits: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, ""));
        let (negative, mantissa) = split_sign(mantissa);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let (exponent_negative, exponent) = split_sign(exponent);
        Self {
            negative,
            whole: whole.as_bytes(),
            fraction: fraction.as_bytes(),
            exponent: Exponent { negative: exponent_negative, digits: exponent.as_bytes() },
        }
    }

    pub(super) fn digits(&self) -> impl DoubleEndedIterator<Item = u8> {
        self.whole.iter().chain(self.fraction).copied()
    }

    /// Returns all digits, from the first that is not zero.
    fn significant(&self) -> impl Iterator<Item = u8> {
        self.digits().skip_while(|digit| *digit == b'0')
    }

    /// Returns all digits from the first that is not zero to the last one.
    pub(super) fn trimmed(&self) -> impl Iterator<Item = u8> {
        let end = self.digits().rev().skip_while(|digit| *digit == b'0').count();
        self.digits().take(end).skip_while(|digit| *digit == b'0')
    }

    /// Returns the number of digits before the point, once the exponent is applied, of a number other than zero;
    /// negative for zeros between the point and the first digit. Capped at ±10^30, which no text could compensate for.
    pub(super) fn magnitude(&self) -> i128 {
        const MOST: i128 = 10_i128.pow(30);
        (self.exponent.value() + self.digits_before_point()).clamp(-MOST, MOST)
    }

    /// Returns the sign: -1, 0 or 1.
    pub(super) fn signum(&self) -> i8 {
        match (self.significant().next(), self.negative) {
            (None, _) => 0,
            (Some(_), true) => -1,
            (Some(_), false) => 1,
        }
    }

    /// Digits from the first significant one to the point; negative if it comes after the point.
    fn digits_before_point(&self) -> i128 {
        self.significant().count() as i128 - self.fraction.len() as i128
    }

    /// Compares two numbers other than zero without their signs.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        let exponents = self.exponent.difference(&other.exponent);
        let magnitude = exponents + self.digits_before_point() - other.digits_before_point();
        magnitude.cmp(&0).then_with(|| {
            let (mut left, mut right) = (self.significant(), other.significant());
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return Ordering::Equal,
                    (a, b) if a.unwrap_or(b'0') == b.unwrap_or(b'0') => {}
                    (a, b) => return a.unwrap_or(b'0').cmp(&b.unwrap_or(b'0')),
                }
            }
        })
    }
}

impl Exponent<'_> {
    /// Returns the integer; capped at ±10^36.
    pub(super) fn value(&self) -> i128 {
        const MOST: i128 = 10_i128.pow(36);
        let zeros = self.digits.iter().take_while(|digit| **digit == b'0').count();
        let digits = &self.digits[zeros..];
        let value = match digits.len() {
            0..=36 => digits.iter().fold(0, |value, digit| value * 10 + i128::from(digit - b'0')),
            _ => MOST,
        };
        if self.negative { -value } else { value }
    }

    /// Returns `self - other`; a difference too large for the length of a text to compensate for is not exact, but has
    /// the right sign and stays too large.
    fn difference(&self, other: &Self) -> i128 {
        const TOO_LARGE: u128 = 1 << 80;
        let mut difference = 0_i128;
        for place in (0..self.digits.len().max(other.digits.len())).rev() {
            difference = difference * 10 + self.digit(place) - other.digit(place);
            if difference.unsigned_abs() > TOO_LARGE {
                break;
            }
        }
        difference
    }

    /// Returns the digit with the weight `10^place`, with the sign of the number.
    fn digit(&self, place: usize) -> i128 {
        let index = self.digits.len().checked_sub(place + 1);
        let digit = index.map_or(0, |index| i128::from(self.digits[index] - b'0'));
        if self.negative { -digit } else { digit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::hash::DefaultHasher;

    #[test]
    fn compares_numbers() {
        let huge = "9".repeat(50);
        let [less, more] = [format!("1e{huge}"), format!("10e{huge}")];
        let [tiny, tinier] = [format!("1e-{huge}"), format!("0.1e-{huge}")];
        // 10^50 - 1 and 10^50 differ by one, and in every digit.
        let next = format!("1{}", "0".repeat(50));
        let equal = format!("0.1e{next}");
        for (a, b, expected) in [
            ("1.50", "15E-1", Ordering::Equal),
            ("0", "-0.00e9", Ordering::Equal),
            ("0", "1e-999999999", Ordering::Less),
            ("-1e999999999", "0", Ordering::Less),
            ("1e999999999", "2", Ordering::Greater),
            ("-1e999999999", "-2", Ordering::Less),
            ("-1", "1", Ordering::Less),
            ("0.001", "1e-3", Ordering::Equal),
            ("100", "1e2", Ordering::Equal),
            ("1e0000000000000000000000000000000000000000000000002", "100", Ordering::Equal),
            ("0.1", "0.1000000000000000055511151231257827", Ordering::Less),
            (&less, &more, Ordering::Less),
            (&less, &equal, Ordering::Equal),
            (&tiny, &tinier, Ordering::Greater),
            (&tiny, &less, Ordering::Less),
            (&tiny, "0", Ordering::Greater),
        ] {
            assert_eq!(cmp_numbers(a, b), expected, "{a} {b}");
            assert_eq!(cmp_numbers(b, a), expected.reverse(), "{b} {a}");
            assert!(expected.is_ne() || hash(a) == hash(b), "{a} {b}");
        }
    }

    fn hash(text: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash_number(text, &mut hasher);
        hasher.finish()
    }

    /// A number with up to 10 digits and its value in units of 10^-18.
    fn small() -> impl Strategy<Value = (String, i128)> {
        (-9_999_999_999..=9_999_999_999_i64, 0..=9_usize, -9..=9_i32, 0..3_usize).prop_map(
            |(digits, scale, exponent, zeros)| {
                let sign = if digits < 0 { "-" } else { "" };
                let zeros = "0".repeat(zeros);
                let text = format!("{:0>width$}", digits.unsigned_abs(), width = scale + 1);
                let (whole, fraction) = text.split_at(text.len() - scale);
                let point = if scale > 0 { "." } else { "" };
                let power = u32::try_from(18 + exponent - i32::try_from(scale).unwrap()).unwrap();
                (format!("{sign}{zeros}{whole}{point}{fraction}e{exponent}"), i128::from(digits) * 10_i128.pow(power))
            },
        )
    }

    proptest! {
        #[test]
        fn compares_as_integers_do((a, a_value) in small(), (b, b_value) in small()) {
            prop_assert_eq!(cmp_numbers(&a, &b), a_value.cmp(&b_value));
            // The same number in another spelling.
            let respelled = format!("{a_value}E-18");
            prop_assert_eq!(cmp_numbers(&a, &respelled), Ordering::Equal);
            prop_assert_eq!(hash(&a), hash(&respelled));
            prop_assert_eq!(hash(&a) == hash(&b), a_value == b_value);
        }
    }
}
