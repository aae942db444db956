//! The common form of decimals of all crates: an integer, and how many of its digits are after the point.

use crate::value::Decimal;

/// The number of zeros after the point from which on an exponent is written.
const MANY_ZEROS: usize = 400;

/// Creates the decimal `digits × 10^-scale`; `digits` is an integer.
pub(super) fn of_parts(digits: &str, scale: i64) -> Decimal {
    let (sign, number) = digits.strip_prefix('-').map_or(("", digits), |number| ("-", number));
    let text = match usize::try_from(scale) {
        Ok(0) => digits.to_owned(),
        Ok(scale) if scale < number.len() + MANY_ZEROS => {
            let number = format!("{number:0>width$}", width = scale + 1);
            let (whole, fraction) = number.split_at(number.len() - scale);
            format!("{sign}{whole}.{fraction}")
        }
        _ => format!("{digits}E{}", -i128::from(scale)),
    };
    Decimal::parse(&text).expect("digits with a point or an exponent")
}

/// Returns the digits with their sign, and how many of them are after the point; `None` if that does not fit an `i64`.
pub(super) fn parts(decimal: &Decimal) -> Option<(String, i64)> {
    let (number, exponent) = decimal.as_str().split_once(['e', 'E']).unwrap_or((decimal.as_str(), "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let scale = i64::try_from(fraction.len()).ok()?.checked_sub(exponent.parse().ok()?)?;
    Some((format!("{whole}{fraction}"), scale))
}
