//! `rust_decimal` 1: `Decimal` is `Edm.Decimal`.
//!
//! It holds 96 bits of digits, of which at most 28 are after the point; numbers with more of them are refused. Lost
//! are exponents, the sign of zero, and zeros at the end that are beyond these limits.

use super::{
    decimal::{of_parts, parts},
    foreign,
};
use crate::value::{Decimal, InvalidLiteral};

const EXPECTED: InvalidLiteral =
    InvalidLiteral { expected: "rust_decimal::Decimal: 96 bits, at most 28 of 10 decimals" };

foreign! {
    ::rust_decimal::Decimal as Decimal, |value| (*value).into();
}

impl From<::rust_decimal::Decimal> for Decimal {
    fn from(value: ::rust_decimal::Decimal) -> Self {
        of_parts(&value.mantissa().to_string(), value.scale().into())
    }
}

impl TryFrom<&Decimal> for ::rust_decimal::Decimal {
    type Error = InvalidLiteral;

    /// Refuses numbers that need more than 96 bits of digits, or more than 28 digits after the point.
    fn try_from(decimal: &Decimal) -> Result<Self, InvalidLiteral> {
        if *decimal == Decimal::default() {
            return Ok(Self::ZERO);
        }
        let (mut digits, scale) = parts(decimal).ok_or(EXPECTED)?;
        let mut scale = match u32::try_from(scale) {
            Ok(scale) => scale,
            Err(_) => {
                let zeros = usize::try_from(scale.unsigned_abs()).ok().filter(|zeros| scale < 0 && *zeros < 30);
                digits.extend(std::iter::repeat_n('0', zeros.ok_or(EXPECTED)?));
                0
            }
        };
        loop {
            if let Ok(Ok(value)) = digits.parse().map(|mantissa| Self::try_from_i128_with_scale(mantissa, scale)) {
                return Ok(value);
            }
            if scale == 0 || digits.pop() != Some('0') {
                return Err(EXPECTED);
            }
            scale -= 1;
        }
    }
}

impl TryFrom<Decimal> for ::rust_decimal::Decimal {
    type Error = InvalidLiteral;

    /// Refuses numbers that need more than 96 bits of digits, or more than 28 digits after the point.
    fn try_from(decimal: Decimal) -> Result<Self, InvalidLiteral> {
        Self::try_from(&decimal)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_json, assert_refused};
    use super::*;
    use crate::{Diff as _, ODataEntity, codec};
    use ::rust_decimal::Decimal as Foreign;
    use proptest::prelude::*;

    #[test]
    fn properties_have_this_type() {
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = "foreign.price")]
        struct Price {
            #[odata(key)]
            id: i32,
            #[odata(default = 1.50)]
            net: Foreign,
            steps: Vec<Option<Foreign>>,
        }
        let json = r##"{"@odata.type":"#foreign.price","id":1,"net":-19.90,"steps":[0.05,null,1000]}"##;
        let price: Price = codec::from_slice(json.as_bytes()).unwrap();
        assert_eq!(price.net, Foreign::new(-199, 1));
        assert_eq!(String::from_utf8(codec::to_vec(&price)).unwrap(), json);
        let through_serde = serde_json::to_string(&price).unwrap();
        assert!(through_serde.contains(r#""net":"-19.90""#), "{through_serde}");
        assert_eq!(serde_json::from_str::<Price>(&through_serde).unwrap(), price);

        let mut other = price.clone();
        other.net = Foreign::new(-199, 1);
        assert_eq!(other, price);
        assert_eq!(price.diff(&other).to_vec(), br#"{"net":-19.9}"#);
        assert_eq!(<Price as crate::PropertyValue>::blank().net, Foreign::new(15, 1));
    }

    #[test]
    fn limits() {
        assert_json(&Foreign::MAX, "79228162514264337593543950335");
        assert_json(&Foreign::from_i128_with_scale(1, 28), "0.0000000000000000000000000001");
        assert_refused::<Foreign>(&[
            "79228162514264337593543950336",
            "-1e29",
            "1e-29",
            "1.23456789012345678901234567891",
            "1e999999999999999999999999",
            "1e-999999999999999999999999",
            "1e9223372036854775807",
        ]);
        for (text, value) in [
            ("1.5e3", Foreign::new(1_500, 0)),
            ("8.00000000000000000000000000000000", Foreign::new(8, 0)),
            ("1e28", Foreign::from_i128_with_scale(10_i128.pow(28), 0)),
            ("-0.0e-99999999999999999999999999", Foreign::ZERO),
            ("000000000000000000000000000000000000000000007", Foreign::new(7, 0)),
        ] {
            assert_eq!(Foreign::try_from(Decimal::parse(text).unwrap()), Ok(value), "{text}");
        }
        assert_eq!(Decimal::from(Foreign::new(-15, 1)).as_str(), "-1.5");
    }

    proptest! {
        #[test]
        fn all_come_back(mantissa in -(1_i128 << 96) + 1..1 << 96, scale in 0..=28_u32) {
            let value = Foreign::from_i128_with_scale(mantissa, scale);
            let own = Decimal::from(value);
            prop_assert_eq!(own.as_str(), value.to_string());
            let back = Foreign::try_from(&own).unwrap();
            prop_assert_eq!((back.mantissa(), back.scale()), (mantissa, scale));
        }
    }
}
