//! `Edm.Decimal`.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::InvalidLiteral;
use super::cursor::Cursor;
use super::decimal_order::{cmp_numbers, split_sign};

/// A decimal number with every digit it was written with: `1.50`, `-2E-9`
/// (OData ABNF, `decimalValue`).
///
/// The text is kept, apart from a plus sign and zeros in front of the number, so that it is always
/// a number in JSON, too. `==` compares the texts; [`cmp_value`](Self::cmp_value) compares the
/// numbers. There is no `Ord`, as two different values may well be the same number.
///
/// Serialized as a string, as in OData JSON with `IEEE754Compatible=true` (OData JSON 4.01 §3.2),
/// because serializers keep no more digits of a number than a binary float has. Deserialized from
/// a string or a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

const EXPECTED: &str = "Edm.Decimal: [-]digits[.digits][E[-]digits]";

impl Decimal {
    /// Whether `text` is a literal; if so, parsing it succeeds.
    pub const fn is_valid(text: &str) -> bool {
        let mut cursor = Cursor::new(text);
        if !cursor.eat(b'-') {
            cursor.eat(b'+');
        }
        if cursor.skip_digits() == 0 || (cursor.eat(b'.') && cursor.skip_digits() == 0) {
            return false;
        }
        if cursor.eat(b'e') || cursor.eat(b'E') {
            if !cursor.eat(b'-') {
                cursor.eat(b'+');
            }
            if cursor.skip_digits() == 0 {
                return false;
            }
        }
        cursor.is_at_end()
    }

    /// The number, in the grammar of JSON numbers.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares the numbers: `1.50` equals `15E-1`. Exact, and quick however large the exponents.
    pub fn cmp_value(&self, other: &Self) -> Ordering {
        cmp_numbers(&self.0, &other.0)
    }
}

impl FromStr for Decimal {
    type Err = InvalidLiteral;

    fn from_str(text: &str) -> Result<Self, InvalidLiteral> {
        if !Self::is_valid(text) {
            return Err(InvalidLiteral { expected: EXPECTED });
        }
        let (negative, number) = split_sign(text);
        let significant = number.trim_start_matches('0');
        let number = if significant.starts_with(|c: char| c.is_ascii_digit()) {
            significant
        } else {
            // The last zero before a point, an exponent or the end is needed.
            &number[number.len() - significant.len() - 1..]
        };
        Ok(Self(if negative { format!("-{number}").into() } else { number.into() }))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

macro_rules! from_integer {
    ($($integer:ident)*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self(itoa::Buffer::new().format(value).into())
            }
        }
    )*};
}

from_integer!(i32 i64 i128 u32 u64 u128);

impl TryFrom<f64> for Decimal {
    type Error = InvalidLiteral;

    /// The shortest number, written without exponent, that is read back as `value`. Refuses
    /// infinities and NaN.
    fn try_from(value: f64) -> Result<Self, InvalidLiteral> {
        if value.is_finite() {
            Ok(Self(value.to_string().into()))
        } else {
            Err(InvalidLiteral { expected: "Edm.Decimal: a finite number" })
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DecimalVisitor)
    }
}

struct DecimalVisitor;

impl de::Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u128<E>(self, value: u128) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        Decimal::try_from(value).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    fn parse(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn keeps_every_digit_in_the_grammar_of_json() {
        for (text, written) in [
            ("0", "0"),
            ("-0", "-0"),
            ("1.50", "1.50"),
            ("+1.50", "1.50"),
            ("007", "7"),
            ("-007.100", "-7.100"),
            ("00.5", "0.5"),
            ("-000", "-0"),
            ("00e5", "0e5"),
            ("1.5E3", "1.5E3"),
            ("1.5e+03", "1.5e+03"),
            ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
        ] {
            assert_eq!(parse(text).as_str(), written, "{text}");
            assert!(serde_json::from_str::<IgnoredAny>(written).is_ok(), "{written}");
        }
        assert_ne!(parse("1.50"), parse("1.5"));
    }

    #[test]
    fn refuses_what_is_no_decimal() {
        for refused in [
            "", "-", "+", ".5", "5.", "-.5", "1.e5", "e5", "1e", "1e+", "1e5.0", "--1", "+-1", "1,5", "1_000", "0x10",
            " 1", "1 ", "INF", "NaN", "１",
        ] {
            assert!(!Decimal::is_valid(refused), "{refused}");
            assert!(refused.parse::<Decimal>().is_err(), "{refused}");
        }
        const { assert!(Decimal::is_valid("-12.50")) };
    }

    #[test]
    fn converts_numbers() {
        assert_eq!(Decimal::from(-7_i32).as_str(), "-7");
        assert_eq!(Decimal::from(i64::MIN).as_str(), "-9223372036854775808");
        assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
        assert_eq!(Decimal::try_from(1e21).unwrap().as_str(), "1000000000000000000000");
        assert!(Decimal::try_from(f64::NAN).is_err());
        assert!(Decimal::try_from(f64::NEG_INFINITY).is_err());
    }

    #[test]
    fn reads_strings_and_numbers_and_writes_strings() {
        for (json, text) in
            [("\"1.50\"", "1.50"), ("-3", "-3"), ("18446744073709551615", "18446744073709551615"), ("2.5", "2.5")]
        {
            let value: Decimal = serde_json::from_str(json).unwrap();
            assert_eq!(value.as_str(), text);
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{text}\""));
        }
        for refused in ["true", "null", "[1]", "\"x\""] {
            assert!(serde_json::from_str::<Decimal>(refused).is_err(), "{refused}");
        }
    }

    proptest! {
        #[test]
        fn writes_what_json_and_it_can_read(text in "[-+]?[0-9]{1,9}(\\.[0-9]{1,9})?([eE][-+]?[0-9]{1,2})?") {
            let value = parse(&text);
            prop_assert!(serde_json::from_str::<IgnoredAny>(value.as_str()).is_ok());
            let bits = |text: &str| text.parse::<f64>().unwrap().to_bits();
            prop_assert_eq!(bits(value.as_str()), bits(&text));
            prop_assert_eq!(parse(value.as_str()), value);
        }

        #[test]
        fn accepts_what_floats_do_apart_from_bare_points(text in "[-+]?[0-9.eE+-]{0,8}") {
            let bare_point = text.split(['e', 'E', '+', '-']).any(|part| {
                part.starts_with('.') || part.ends_with('.')
            });
            prop_assert_eq!(Decimal::is_valid(&text), text.parse::<f64>().is_ok() && !bare_point);
        }
    }
}
