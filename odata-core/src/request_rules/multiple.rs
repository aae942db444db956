//! Multiples of a number, exactly (`Validation.MultipleOf`).

use crate::{
    csdl::{Expression, PrimitiveType},
    edm::{EdmType, PropertyType},
    slot::ValueRef,
};

/// A positive number of which values are multiples.
#[derive(Debug)]
pub(crate) struct Multiple {
    text: String,
    number: Number,
}

/// A number that is `digits` times ten to the power of `exponent`. The last digit is not zero.
#[derive(Debug, PartialEq, Eq)]
struct Number {
    digits: Vec<u8>,
    exponent: i64,
}

/// More digits than this could be more than the remainder of a division has room for.
const MOST_DIGITS: usize = 18;

impl Multiple {
    /// Creates the demand of an annotation; `None` if its value is not a constant. The error is the rest of a sentence
    /// about the annotation.
    pub(super) fn new(ty: &PropertyType, value: &Expression) -> Result<Option<Self>, String> {
        let EdmType::Primitive(primitive) = ty.edm else {
            return Err(format!("is about numbers, and not about `{}`", ty.edm.name()));
        };
        let is_number = primitive.integer_range().is_some()
            || matches!(
                primitive,
                PrimitiveType::Decimal
                    | PrimitiveType::Double
                    | PrimitiveType::Single
                    | PrimitiveType::Duration
                    | PrimitiveType::TimeOfDay
            );
        if !is_number {
            return Err(format!("is about numbers and seconds, and not about `{}`", primitive.name()));
        }
        let Expression::Constant(constant) = value else { return Ok(None) };
        let number = Number::parse(&constant.text).filter(|number| (1..=MOST_DIGITS).contains(&number.digits.len()));
        match number {
            Some(number) if !constant.text.starts_with('-') => Ok(Some(Self { text: constant.text.clone(), number })),
            _ => Err(format!("has the value `{}`, which is not a positive number of at most 18 digits", constant.text)),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether a value is a whole number of times this.
    pub(super) fn divides(&self, value: &ValueRef<'_>) -> bool {
        let number = match value {
            ValueRef::Integer(value) | ValueRef::Int64(value) => Number::parse(&value.to_string()),
            ValueRef::Decimal(value) => Number::parse(value.get().as_str()),
            // The shortest text of a floating-point number is what was meant.
            ValueRef::Single(value) => Number::parse(&value.to_string()),
            ValueRef::Double(value) => Number::parse(&value.to_string()),
            ValueRef::Duration(value) => Some(Number::of_picoseconds(value.get().total_picoseconds())),
            ValueRef::TimeOfDay(value) => {
                let time = value.get();
                let seconds = i128::from(time.seconds_since_midnight());
                Some(Number::of_picoseconds(seconds * PICOSECONDS + i128::from(time.picoseconds())))
            }
            _ => None,
        };
        number.is_some_and(|number| number.is_multiple_of(&self.number))
    }
}

/// In one second.
const PICOSECONDS: i128 = 1_000_000_000_000;

impl Number {
    /// Reads the literal of a number, without its sign; `None` for infinities and what is not a number.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(['-', '+']);
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let exponent = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        Some(Self { digits, exponent }.normal())
    }

    fn of_picoseconds(picoseconds: i128) -> Self {
        Self { digits: picoseconds.unsigned_abs().to_string().into_bytes(), exponent: -12 }.normal()
    }

    /// Removes zeros at both ends. Zero has no digits.
    fn normal(mut self) -> Self {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
            self.exponent = self.exponent.saturating_add(1);
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == b'0').count();
        self.digits.drain(..zeros);
        self
    }

    /// Returns whether this is a whole number of times another one, which has at most 18 digits.
    fn is_multiple_of(&self, other: &Self) -> bool {
        if self.digits.is_empty() {
            return true;
        }
        // The last digit of each is not zero, so a multiple has no digit after it.
        let Some(shift) = self.exponent.checked_sub(other.exponent).and_then(|shift| u64::try_from(shift).ok()) else {
            return false;
        };
        let modulus = other.digits.iter().fold(0_u128, |value, digit| value * 10 + u128::from(digit - b'0'));
        let rest = self.digits.iter().fold(0_u128, |rest, digit| (rest * 10 + u128::from(digit - b'0')) % modulus);
        (rest * power_of_ten(shift, modulus)).is_multiple_of(modulus)
    }
}

/// Returns the remainder of a power of ten.
fn power_of_ten(mut exponent: u64, modulus: u128) -> u128 {
    let (mut power, mut square) = (1 % modulus, 10 % modulus);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = power * square % modulus;
        }
        square = square * square % modulus;
        exponent >>= 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_multiple(value: &str, of: &str) -> bool {
        Number::parse(value).unwrap().is_multiple_of(&Number::parse(of).unwrap())
    }

    #[test]
    fn multiples_are_exact() {
        for (value, of) in [
            ("0", "3"),
            ("-9", "3"),
            ("0.3", "0.1"),
            ("1.50", "0.05"),
            ("1E3", "250"),
            ("1000", "1E3"),
            ("123456789012345678901234567890", "10"),
            ("1E999999999", "0.25"),
            ("3E400", "3"),
            ("0.000", "7"),
        ] {
            assert!(is_multiple(value, of), "{value} {of}");
        }
        for (value, of) in [
            ("10", "3"),
            ("0.35", "0.1"),
            ("1.51", "0.05"),
            ("100", "1E3"),
            ("123456789012345678901234567891", "10"),
            ("1E999999999", "3"),
            ("1E-999999999", "1"),
        ] {
            assert!(!is_multiple(value, of), "{value} {of}");
        }
    }

    #[test]
    fn remainders_are_those_of_division() {
        for value in 0..200_u32 {
            for of in 1..50_u32 {
                assert_eq!(is_multiple(&value.to_string(), &of.to_string()), value % of == 0, "{value} {of}");
                let tenth = format!("{}.{}", value / 10, value % 10);
                assert_eq!(is_multiple(&tenth, &format!("{of}E-1")), value % of == 0, "{tenth} {of}");
            }
        }
    }

    #[test]
    fn what_is_not_a_number_is_a_multiple_of_nothing() {
        for text in ["NaN", "inf", "", ".", "1e", "x1"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
