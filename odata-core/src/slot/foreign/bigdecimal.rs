//! `bigdecimal` 0.4: `BigDecimal` is `Edm.Decimal`.
//!
//! It holds every digit, and exponents of 63 bits; others are refused. The sign of zero and the form of the
//! exponent are lost. Arithmetic with values from other senders can need memory in proportion to their exponents.

use ::bigdecimal::{BigDecimal, num_bigint::BigInt};

use super::{
    decimal::{of_parts, parts},
    foreign,
};
use crate::value::{Decimal, InvalidLiteral};

const EXPECTED: InvalidLiteral = InvalidLiteral { expected: "bigdecimal::BigDecimal: an exponent of 63 bits" };

foreign! {
    BigDecimal as Decimal, |value| value.into();
}

impl From<&BigDecimal> for Decimal {
    fn from(value: &BigDecimal) -> Self {
        let (digits, scale) = value.as_bigint_and_scale();
        of_parts(&digits.to_string(), scale)
    }
}

impl From<BigDecimal> for Decimal {
    fn from(value: BigDecimal) -> Self {
        Self::from(&value)
    }
}

impl TryFrom<&Decimal> for BigDecimal {
    type Error = InvalidLiteral;

    /// Refuses exponents of more than 63 bits.
    fn try_from(decimal: &Decimal) -> Result<Self, InvalidLiteral> {
        let (digits, scale) = parts(decimal).ok_or(EXPECTED)?;
        let digits: BigInt = digits.parse().map_err(|_| EXPECTED)?;
        Ok(Self::new(digits, scale))
    }
}

impl TryFrom<Decimal> for BigDecimal {
    type Error = InvalidLiteral;

    /// Refuses exponents of more than 63 bits.
    fn try_from(decimal: Decimal) -> Result<Self, InvalidLiteral> {
        Self::try_from(&decimal)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_json, assert_refused};
    use super::*;
    use crate::{Diff as _, ODataEntity, codec};
    use proptest::prelude::*;

    fn parse(text: &str) -> BigDecimal {
        BigDecimal::try_from(Decimal::parse(text).unwrap()).unwrap()
    }

    #[test]
    fn properties_have_this_type() {
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = "foreign.quantity")]
        struct Quantity {
            #[odata(key)]
            id: i32,
            exact: BigDecimal,
            steps: Vec<Option<BigDecimal>>,
        }
        let json = concat!(
            r##"{"@odata.type":"#foreign.quantity","id":1,"##,
            r#""exact":-1234567890123456789012345678901234567890.50,"steps":[0.05,null,1000]}"#
        );
        let quantity: Quantity = codec::from_slice(json.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(codec::to_vec(&quantity)).unwrap(), json);
        let through_serde = serde_json::to_string(&quantity).unwrap();
        assert_eq!(serde_json::from_str::<Quantity>(&through_serde).unwrap(), quantity);

        let mut other = quantity.clone();
        other.exact = quantity.exact.with_scale(1);
        assert_eq!(other, quantity);
        let body = br#"{"exact":-1234567890123456789012345678901234567890.5}"#;
        assert_eq!(quantity.diff(&other).to_vec(), body);
    }

    #[test]
    fn limits() {
        assert_json(&parse("1e-1000"), "1E-1000");
        assert_json(&parse("1e1000"), "1E1000");
        assert_json(&parse("15e-2"), "0.15");
        assert_eq!(Decimal::from(parse("1.50e1")).as_str(), "15.0");
        assert_eq!(Decimal::from(parse("2e3")).as_str(), "2E3");
        assert_eq!(Decimal::from(BigDecimal::new(1.into(), i64::MIN)).as_str(), "1E9223372036854775808");
        assert_refused::<BigDecimal>(&["1e9223372036854775809", "1.5e-9223372036854775807", "1e-99999999999999999999"]);
    }

    proptest! {
        #[test]
        fn all_come_back(digits: i128, scale in -2000..2000_i64) {
            let value = BigDecimal::new(digits.into(), scale);
            let back = BigDecimal::try_from(Decimal::from(&value)).unwrap();
            prop_assert_eq!(back.as_bigint_and_scale(), value.as_bigint_and_scale());
        }

        #[test]
        fn the_number_is_the_same(text in "-?[0-9]{1,9}(\\.[0-9]{1,9})?([eE][-+]?[0-9]{1,2})?") {
            prop_assert_eq!(parse(&text), text.parse::<BigDecimal>().unwrap());
        }

        #[test]
        fn the_order_is_the_same(
            one in "-?[0-9]{1,2}(\\.[0-9]{1,3})?([eE]-?[0-2])?", other in "-?[0-9]{1,2}(\\.[0-9]{1,3})?([eE]-?[0-2])?",
        ) {
            let decimals = [&one, &other].map(|text| Decimal::parse(text).unwrap());
            prop_assert_eq!(decimals[0].cmp(&decimals[1]), parse(&one).cmp(&parse(&other)));
        }
    }
}
