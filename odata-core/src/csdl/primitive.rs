//! The primitive types of the entity data model.

use crate::geo::GeoType;

/// A primitive type that a property can have (OData CSDL 4.01 §3.3).
///
/// Can be matched without a wildcard: no variant is added before version 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrimitiveType {
    /// `Edm.Binary`: `Vec<u8>`.
    Binary,
    /// `Edm.Boolean`: `bool`.
    Boolean,
    /// `Edm.Byte`: `u8`.
    Byte,
    /// `Edm.Date`: [`Date`](crate::value::Date).
    Date,
    /// `Edm.DateTimeOffset`: [`DateTimeOffset`](crate::value::DateTimeOffset).
    DateTimeOffset,
    /// `Edm.Decimal`: [`Decimal`](crate::value::Decimal).
    Decimal,
    /// `Edm.Double`: `f64`.
    Double,
    /// `Edm.Duration`: [`Duration`](crate::value::Duration).
    Duration,
    /// `Edm.Guid`: [`Guid`](crate::value::Guid).
    Guid,
    /// `Edm.Int16`: `i16`.
    Int16,
    /// `Edm.Int32`: `i32`.
    Int32,
    /// `Edm.Int64`: `i64`.
    Int64,
    /// `Edm.SByte`: `i8`.
    SByte,
    /// `Edm.Single`: `f32`.
    Single,
    /// `Edm.Stream`: [`Stream`](crate::value::Stream).
    Stream,
    /// `Edm.String`: `String`.
    String,
    /// `Edm.TimeOfDay`: [`TimeOfDay`](crate::value::TimeOfDay).
    TimeOfDay,
    /// A type of geography or geometry: types of [`geo`](crate::geo).
    Geo(GeoType),
    /// `Edm.Untyped`, which is here because its values have no properties: [`Untyped`](crate::slot::Untyped).
    Untyped,
}

impl PrimitiveType {
    /// Returns the type with this qualified name, such as `Edm.Int32`.
    pub fn from_name(name: &str) -> Option<Self> {
        const PLAIN: [PrimitiveType; 18] = [
            PrimitiveType::Binary,
            PrimitiveType::Boolean,
            PrimitiveType::Byte,
            PrimitiveType::Date,
            PrimitiveType::DateTimeOffset,
            PrimitiveType::Decimal,
            PrimitiveType::Double,
            PrimitiveType::Duration,
            PrimitiveType::Guid,
            PrimitiveType::Int16,
            PrimitiveType::Int32,
            PrimitiveType::Int64,
            PrimitiveType::SByte,
            PrimitiveType::Single,
            PrimitiveType::Stream,
            PrimitiveType::String,
            PrimitiveType::TimeOfDay,
            PrimitiveType::Untyped,
        ];
        let plain = PLAIN.into_iter().find(|ty| ty.name() == name);
        plain.or_else(|| GeoType::all().find(|geo| geo.name() == name).map(Self::Geo))
    }

    /// Returns the qualified name, such as `Edm.Int32`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Binary => "Edm.Binary",
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::Date => "Edm.Date",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::Decimal => "Edm.Decimal",
            Self::Double => "Edm.Double",
            Self::Duration => "Edm.Duration",
            Self::Guid => "Edm.Guid",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::SByte => "Edm.SByte",
            Self::Single => "Edm.Single",
            Self::Stream => "Edm.Stream",
            Self::String => "Edm.String",
            Self::TimeOfDay => "Edm.TimeOfDay",
            Self::Geo(geo) => geo.name(),
            Self::Untyped => "Edm.Untyped",
        }
    }

    /// Returns whether the facet `MaxLength` applies (OData CSDL 4.01 §7.2.2).
    pub const fn has_max_length(self) -> bool {
        matches!(self, Self::Binary | Self::Stream | Self::String)
    }

    /// Returns whether the facet `Precision` applies (OData CSDL 4.01 §7.2.3).
    pub const fn has_precision(self) -> bool {
        matches!(self, Self::Decimal) || self.is_temporal()
    }

    /// Returns whether it is a time whose seconds can have a fraction, at most 12 digits of it.
    pub const fn is_temporal(self) -> bool {
        matches!(self, Self::DateTimeOffset | Self::Duration | Self::TimeOfDay)
    }

    /// Returns whether a key property can have this type (OData CSDL 4.01 §6.5).
    pub const fn can_be_key(self) -> bool {
        !matches!(self, Self::Binary | Self::Double | Self::Single | Self::Stream | Self::Geo(_) | Self::Untyped)
    }

    /// Returns the smallest and the largest value of an integer type; `None` for other types.
    pub const fn integer_range(self) -> Option<(i64, i64)> {
        Some(match self {
            Self::Byte => (0, 255),
            Self::SByte => (-128, 127),
            Self::Int16 => (-32_768, 32_767),
            Self::Int32 => (-2_147_483_648, 2_147_483_647),
            Self::Int64 => (i64::MIN, i64::MAX),
            _ => return None,
        })
    }
}
