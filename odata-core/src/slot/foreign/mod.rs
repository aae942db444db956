//! Types of other crates as types of properties, each under a feature that has the crate's name and version.
//!
//! Each of them becomes a value of this crate when it is viewed, and is created from one when it is put. What the other
//! type cannot hold is refused. A default value in the model must be one that it can hold.

#[cfg(feature = "bigdecimal-0_4")]
mod bigdecimal;
#[cfg(feature = "chrono-0_4")]
mod chrono;
#[cfg(any(feature = "bigdecimal-0_4", feature = "rust_decimal-1"))]
mod decimal;
#[cfg(feature = "jiff-0_2")]
mod jiff;
#[cfg(feature = "rust_decimal-1")]
mod rust_decimal;
#[cfg(any(feature = "chrono-0_4", feature = "jiff-0_2", feature = "time-0_3"))]
mod temporal;
#[cfg(feature = "time-0_3")]
mod time;

/// Implements slots and property types for other crates' types. Each names its type in this crate, and how it is
/// converted to it; the opposite direction is its `TryFrom`.
macro_rules! foreign {
    ($($foreign:ty as $own:ident, |$value:ident| $to_own:expr;)*) => {
        $(
            impl $crate::slot::ToScalar<$own> for $foreign {
                fn to_scalar(&self) -> $own {
                    let $value = self;
                    $to_own
                }
            }

            impl $crate::slot::scalar::Scalar for $foreign {
                const PRIMITIVE: $crate::edm::PrimitiveType = $crate::edm::PrimitiveType::$own;

                fn blank() -> Self {
                    Self::try_from($own::default()).expect("zero, midnight and 1970 are in every range")
                }

                fn view(&self) -> $crate::slot::ValueRef<'_> {
                    $crate::slot::ValueRef::$own($crate::slot::ScalarRef::Converted(self))
                }

                fn accept(input: $crate::slot::Input<'_>) -> Result<Self, $crate::slot::Mismatch> {
                    let own = <$own as $crate::slot::scalar::Scalar>::accept(input)?;
                    Self::try_from(own).map_err(|_| $crate::slot::Mismatch::Unsupported)
                }

                fn same(&self, other: &Self) -> bool {
                    $crate::slot::scalar::Scalar::view(self).same(&$crate::slot::scalar::Scalar::view(other))
                }
            }
        )*
        $crate::slot::scalar::slots_of_scalars!($($foreign),*);
        $crate::slot::scalar::properties_of_scalars!($($foreign),*);
    };
}

use foreign;

#[cfg(test)]
mod tests {
    use crate::{ErrorCode, PropertyValue, codec};
    use std::fmt::Debug;

    /// Checks that a value is written as `json`, and read from it.
    #[track_caller]
    pub(super) fn assert_json<T: PropertyValue + PartialEq + Debug>(value: &T, json: &str) {
        assert_eq!(String::from_utf8_lossy(&codec::to_vec(value)), json);
        let read: T = codec::from_slice(json.as_bytes()).expect("written by us");
        assert_eq!(read, *value);
        assert!(read.same(value) && !T::blank().same(value));
    }

    /// Checks that values that only the type of this crate can hold are refused with a fault that says so.
    #[track_caller]
    pub(super) fn assert_refused<T: PropertyValue + Debug>(json: &[&str]) {
        for json in json {
            let error = codec::from_slice::<T>(json.as_bytes()).expect_err(json);
            assert_eq!(error.code(), ErrorCode::OUT_OF_RANGE, "{json}: {error}");
            assert!(error.to_string().contains("cannot hold"), "{error}");
            assert_eq!(error.details().len(), 0);
        }
    }
}
