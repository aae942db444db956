//! `Edm.Decimal`.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::InvalidLiteral;
use super::cursor::Cursor;
use super::decimal_number::without_exponent;
use super::decimal_order::{cmp_numbers, hash_number, split_sign};
use super::number_map::{MapStart, map_start};

/// A decimal number with every digit it was written with: `1.50`, `-2E-9` (OData ABNF, `decimalValue`).
///
/// The text is kept, apart from a plus sign and leading zeros, so that it is always a number in JSON,
/// too. Compared and hashed as a number, exactly, and quickly however large the exponents: `1.50` equals `15E-1`, and
/// `-0` equals `0`. Infinities and NaN are not decimals.
///
/// Serialized as a string, as in OData JSON with `IEEE754Compatible=true` (OData JSON 4.01 §3.2), because serializers
/// keep no more digits of a number than a binary float has. Deserialized from a string or a number.
///
/// ```
/// use odata_core::value::Decimal;
///
/// let price = Decimal::parse("1.50")?;
/// assert_eq!(price.as_str(), "1.50");
/// assert_eq!(price, Decimal::parse("1.5")?);
/// assert_eq!(i32::try_from(Decimal::parse("2.0E3")?)?, 2000);
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Debug)]
pub struct Decimal(Box<str>);

const EXPECTED: &str = "Edm.Decimal: [-]digits[.digits][E[-]digits]";

impl Decimal {
    /// Reads a literal (OData ABNF, `decimalValue`).
    pub fn parse(text: &str) -> Result<Self, InvalidLiteral> {
        text.parse()
    }

    /// Returns whether `text` is a literal; if so, parsing it succeeds.
    pub const fn is_valid(text: &str) -> bool {
        Self::fault(text).is_none()
    }

    /// Returns the offset at which `text` stops being a literal, if it is not one.
    pub(crate) const fn fault(text: &str) -> Option<usize> {
        let mut cursor = Cursor::new(text);
        if !cursor.eat(b'-') {
            cursor.eat(b'+');
        }
        let mut is_number = cursor.skip_digits() > 0;
        if is_number && cursor.eat(b'.') {
            is_number = cursor.skip_digits() > 0;
        }
        if is_number && (cursor.eat(b'e') || cursor.eat(b'E')) {
            if !cursor.eat(b'-') {
                cursor.eat(b'+');
            }
            is_number = cursor.skip_digits() > 0;
        }
        if is_number && cursor.is_at_end() { None } else { Some(text.len() - cursor.left()) }
    }

    /// Returns the number, in the grammar of JSON numbers.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the nearest double; infinite beyond the range of doubles.
    pub fn to_f64(&self) -> f64 {
        // The grammar is a part of that of `f64`.
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Returns whether both are written with the same digits.
    pub(crate) fn is_identical(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// Returns the number without exponent, unless that takes 400 zeros or more.
    pub(crate) fn without_exponent(&self) -> Cow<'_, str> {
        without_exponent(&self.0).map_or(Cow::Borrowed(&self.0), Cow::Owned)
    }
}

/// The number zero, written `0`.
impl Default for Decimal {
    fn default() -> Self {
        Self("0".into())
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.is_identical(other) || self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        cmp_numbers(&self.0, &other.0)
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_number(&self.0, state);
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
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
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

from_integer!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);

impl TryFrom<f64> for Decimal {
    type Error = InvalidLiteral;

    /// Returns the shortest number, written without exponent, that reads back as `value`. Refuses infinities and NaN.
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

impl<'de> de::Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(EXPECTED)
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

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map_start(&mut map)? {
            MapStart::Number(text) => text.parse().map_err(de::Error::custom),
            MapStart::Name(_) => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::laws::assert_laws;
    use proptest::prelude::*;
    use serde::de::IgnoredAny;
    use std::collections::HashSet;

    fn parse(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Few numbers in many spellings, with the number in units of 10^-6.
    fn nearby() -> impl Strategy<Value = (Decimal, i128)> {
        (-30..30_i64, 0..3_u32, 0..3_usize, -1..3_i32).prop_map(|(digits, scale, zeros, exponent)| {
            let sign = if digits < 0 { "-" } else { "" };
            let text = format!("{:0>width$}", digits.unsigned_abs(), width = scale as usize + 1);
            let (whole, fraction) = text.split_at(text.len() - scale as usize);
            let text = format!("{sign}{whole}.{fraction}0{}E{exponent}", "0".repeat(zeros));
            let power = u32::try_from(6 + exponent).unwrap() - scale;
            (parse(&text), i128::from(digits) * 10_i128.pow(power))
        })
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
    }

    #[test]
    fn compared_as_a_number_and_identical_as_text() {
        for (a, b) in [("1.50", "1.5"), ("-0", "0"), ("1e3", "1000"), ("15E-1", "1.5")] {
            let (a, b) = (parse(a), parse(b));
            assert_eq!(a, b);
            assert_eq!(HashSet::from([a.clone(), b.clone()]).len(), 1);
            assert!(!a.is_identical(&b) && a.is_identical(&a.clone()));
        }
        assert!(parse("-1e400") < parse("-1e399") && parse("0.1") < parse("0.10000000000000000555"));
        assert!(Decimal::default().is_identical(&parse("0")));
    }

    #[test]
    fn refuses_other_text_than_decimals() {
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
        assert_eq!(i8::try_from(parse("-128.0")), Ok(-128));
        assert_eq!(i128::try_from(&parse("-170141183460469231731687303715884105728")), Ok(i128::MIN));
        assert_eq!(u64::try_from(parse("1.8446744073709551615e19")), Ok(u64::MAX));
        assert_eq!(u8::try_from(parse("-0")), Ok(0));
        assert_eq!(i8::try_from(parse("128")).map_err(|error| error.to_string()), Err("not a valid i8".to_owned()));
        assert!(u8::try_from(parse("-1")).is_err());
        assert!(i128::try_from(parse("170141183460469231731687303715884105728")).is_err());
        assert_eq!(parse("0.1").to_f64().to_bits(), 0.1_f64.to_bits());
        assert_eq!(parse("-0").to_f64().to_bits(), (-0.0_f64).to_bits());
        assert_eq!(parse(&format!("-1e{}", "9".repeat(100))).to_f64().to_bits(), f64::NEG_INFINITY.to_bits());
        assert_eq!(parse(&format!("1e-{}", "9".repeat(100))).to_f64().to_bits(), 0);
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
            prop_assert!(parse(value.as_str()).is_identical(&value));
            prop_assert_eq!(value.to_f64().to_bits(), bits(&text));
        }

        #[test]
        fn order_equality_and_hash_agree(values in prop::collection::vec(nearby(), 3)) {
            assert_laws(&values, |(value, _)| value, |(_, number)| *number);
        }

        #[test]
        fn integers_come_back(value: i128, other: u64) {
            prop_assert_eq!(i128::try_from(Decimal::from(value)), Ok(value));
            prop_assert_eq!(u64::try_from(Decimal::from(other)), Ok(other));
            prop_assert_eq!(i64::try_from(Decimal::from(value)).ok(), i64::try_from(value).ok());
        }

        #[test]
        fn doubles_come_back(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(Decimal::try_from(value).map(|decimal| decimal.to_f64().to_bits()), Ok(bits));
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
