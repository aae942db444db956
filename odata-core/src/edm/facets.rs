//! Facets: the maximum length of a value, and its digits.

use super::PrimitiveType;
use crate::{error::ErrorCode, geo::Srid, value::DecimalDigits};

/// The facets of a property (OData CSDL 4.01 §7.2): `MaxLength` where the type is `Edm.String`, `Edm.Binary` or
/// `Edm.Stream`, `Precision` and `Scale` where it is `Edm.Decimal`, `Precision` where it is `Edm.DateTimeOffset`,
/// `Edm.Duration` or `Edm.TimeOfDay`, `SRID` where it is a type of geography or geometry.
///
/// [`PropertyDescriptor::max_length`](super::PropertyDescriptor::max_length), `precision` and `scale` read them. As no
/// type has several kinds, one number holds them: the length, or the precision and one in the lower half and the scale and
/// one in the upper half; or the SRID and one, where `variable` is the largest number. A part that is 0 is not declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facets(pub u32);

/// The facet that a value exceeds, with its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    /// More characters or bytes than this.
    Length(u32),
    /// More digits in total than this.
    Digits(u16),
    /// More digits before the decimal point than this.
    WholeDigits(u16),
    /// More digits after the decimal point than this.
    FractionDigits(u16),
    /// More digits after the second's decimal point than this.
    SecondDigits(u16),
    /// Characters beyond ASCII, where `Unicode` is `false`.
    Unicode,
    /// Another coordinate reference system than this.
    Srid(u32),
}

impl Facets {
    /// No facet is declared.
    pub const NONE: Self = Self(0);

    /// Returns these facets with `MaxLength`, for a type that has it.
    #[must_use]
    pub const fn with_max_length(self, length: u32) -> Self {
        Self(length)
    }

    /// Returns these facets with `Precision`, for a type that has it.
    #[must_use]
    pub const fn with_precision(self, precision: u16) -> Self {
        Self(self.0 & 0xFFFF_0000 | (precision as u32 + 1))
    }

    /// Returns these facets with `Scale`, for a type that has it.
    #[must_use]
    pub const fn with_scale(self, scale: u16) -> Self {
        Self(self.0 & 0xFFFF | (scale as u32 + 1) << 16)
    }

    /// Returns these facets with others of the same type, none of which is in both.
    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Returns `MaxLength` of a type, if it is declared and the type has it.
    pub(crate) const fn max_length_of(self, primitive: PrimitiveType) -> Option<u32> {
        if primitive.has_max_length() && self.0 != 0 { Some(self.0) } else { None }
    }

    /// Returns `Precision` of a type, if it is declared and the type has it.
    pub(crate) const fn precision_of(self, primitive: PrimitiveType) -> Option<u16> {
        if primitive.has_precision() { self.precision() } else { None }
    }

    /// Returns `Scale` of a type, if it is declared and the type has it.
    pub(crate) const fn scale_of(self, primitive: PrimitiveType) -> Option<u16> {
        if matches!(primitive, PrimitiveType::Decimal) { self.scale() } else { None }
    }

    /// Returns these facets with `SRID`, for a type that has it.
    #[must_use]
    pub const fn with_srid(self, srid: u32) -> Self {
        Self(srid + 1)
    }

    /// Returns these facets with `SRID="variable"`, for a type that has it.
    #[must_use]
    pub const fn with_variable_srid(self) -> Self {
        Self(u32::MAX)
    }

    /// Returns `SRID`, for a type that has it.
    pub(super) const fn srid(self) -> Option<Srid> {
        match self.0 {
            0 => None,
            u32::MAX => Some(Srid::Variable),
            srid => Some(Srid::Number(srid - 1)),
        }
    }

    /// Returns `Precision`, for a type that has it.
    pub(super) const fn precision(self) -> Option<u16> {
        ((self.0 & 0xFFFF) as u16).checked_sub(1)
    }

    /// Returns `Scale`, for a type that has it.
    pub(super) const fn scale(self) -> Option<u16> {
        ((self.0 >> 16) as u16).checked_sub(1)
    }

    /// Returns the facet that a value of this length exceeds.
    pub(crate) const fn excess_of_length(self, length: usize) -> Option<Excess> {
        if self.0 != 0 && length as u64 > self.0 as u64 { Some(Excess::Length(self.0)) } else { None }
    }

    /// Returns the facet that a decimal number with these digits exceeds. With a scale, what remains of the precision
    /// is for the digits before the point (OData CSDL 4.01 §7.2.4).
    pub(crate) const fn excess_of_decimal(self, digits: DecimalDigits) -> Option<Excess> {
        let DecimalDigits { whole, fraction } = digits;
        match (self.precision(), self.scale()) {
            (_, Some(scale)) if fraction > scale as u64 => Some(Excess::FractionDigits(scale)),
            (Some(precision), Some(scale)) if whole + scale as u64 > precision as u64 => {
                Some(Excess::WholeDigits(precision.saturating_sub(scale)))
            }
            (Some(precision), None) if whole + fraction > precision as u64 => Some(Excess::Digits(precision)),
            _ => None,
        }
    }

    /// Returns the facet that a time with this many digits after the second's decimal point exceeds.
    pub(crate) const fn excess_of_second(self, digits: u8) -> Option<Excess> {
        match self.precision() {
            Some(precision) if digits as u16 > precision => Some(Excess::SecondDigits(precision)),
            _ => None,
        }
    }
}

impl Excess {
    /// Returns the code of a fault about it.
    pub(crate) const fn code(self) -> ErrorCode {
        match self {
            Self::Length(_) => ErrorCode::TOO_LONG,
            Self::Unicode => ErrorCode::INVALID_LITERAL,
            _ => ErrorCode::OUT_OF_RANGE,
        }
    }

    /// Returns the message of a fault about the value of a property.
    pub(crate) fn message(self, property: &str) -> String {
        let digits = |most, which| {
            let noun = if most == 1 { "digit" } else { "digits" };
            format!("`{property}` can have at most {most} {noun}{which}")
        };
        match self {
            Self::Length(most) => format!("`{property}` can be at most {most} long"),
            Self::Digits(most) => digits(most, ""),
            Self::WholeDigits(most) => digits(most, " before the decimal point"),
            Self::FractionDigits(most) => digits(most, " after the decimal point"),
            Self::SecondDigits(most) => digits(most, " of a fraction of a second"),
            Self::Srid(srid) => format!("the coordinate reference system of `{property}` is `EPSG:{srid}`"),
            Self::Unicode => format!("`{property}` can have ASCII characters only"),
        }
    }
}
