//! The common parts of all types with a literal form: the error, and the traits on top of `parse`.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de;

/// A text that is not a literal of the type it was read as, or a value outside the range of the type it was converted
/// to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InvalidLiteral {
    /// The type, and the form of its literals: `Edm.Date: YYYY-MM-DD`.
    pub expected: &'static str,
}

impl fmt::Display for InvalidLiteral {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "not a valid {}", self.expected)
    }
}

impl std::error::Error for InvalidLiteral {}

/// A visitor that parses a string with [`FromStr`], without copying it.
pub(super) struct LiteralVisitor<T> {
    expected: &'static str,
    literal: PhantomData<T>,
}

impl<T> LiteralVisitor<T> {
    pub(super) const fn new(expected: &'static str) -> Self {
        Self { expected, literal: PhantomData }
    }
}

impl<T: FromStr<Err = InvalidLiteral>> de::Visitor<'_> for LiteralVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Implements everything that follows from `read_all(&str) -> Option<Self>` and `format(&self, &mut Buffer)`.
macro_rules! literal {
    ($type:ident, $expected:literal) => {
        impl $type {
            const EXPECTED: &'static str = $expected;

            /// Reads the whole text as a literal; fails if there is any other text before or after it.
            pub const fn parse(text: &str) -> Result<Self, $crate::value::InvalidLiteral> {
                match Self::read_all(text) {
                    Some(value) => Ok(value),
                    None => Err($crate::value::InvalidLiteral { expected: Self::EXPECTED }),
                }
            }

            /// Appends the literal to `out`: the same text as `Display`.
            pub fn write_to(&self, out: &mut Vec<u8>) {
                let mut buffer = $crate::value::buffer::Buffer::new();
                self.format(&mut buffer);
                out.extend_from_slice(buffer.as_bytes());
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut buffer = $crate::value::buffer::Buffer::new();
                self.format(&mut buffer);
                formatter.pad(buffer.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::value::InvalidLiteral;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut buffer = $crate::value::buffer::Buffer::new();
                self.format(&mut buffer);
                serializer.serialize_str(buffer.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::value::literal::LiteralVisitor::new(Self::EXPECTED))
            }
        }
    };
}

pub(super) use literal;

#[cfg(test)]
mod tests {
    use crate::value::{Date, InvalidLiteral};

    #[test]
    fn the_error_names_the_type_and_its_form() {
        let error: InvalidLiteral = "2024-13-01".parse::<Date>().unwrap_err();
        assert_eq!(error.to_string(), "not a valid Edm.Date: YYYY-MM-DD");
        assert_eq!(Date::parse("2024-13-01"), Err(error));
    }

    #[test]
    fn serde_uses_the_literal_as_a_string() {
        let date: Date = serde_json::from_str("\"2024-02-29\"").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2024-02-29\"");
        let error = serde_json::from_str::<Date>("\"2023-02-29\"").unwrap_err();
        assert!(error.to_string().starts_with("not a valid Edm.Date"), "{error}");
        let error = serde_json::from_str::<Date>("20240229").unwrap_err();
        assert!(error.to_string().contains("expected Edm.Date"), "{error}");
    }

    #[test]
    fn display_honours_width_and_write_to_appends() {
        let date = Date::parse("2024-02-29").unwrap();
        assert_eq!(format!("{date:>12}"), "  2024-02-29");
        let mut out = b"on ".to_vec();
        date.write_to(&mut out);
        assert_eq!(out, b"on 2024-02-29");
    }
}
