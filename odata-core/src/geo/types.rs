//! The types of values: one for each type of the namespace `Edm`.

use std::{fmt, str::FromStr};

use geojson::GeometryValue;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::{GeoShape, GeoSpace, GeoType, GeoValue, InvalidGeo, json, node, serialize, shape, text};

/// A value of any of the types.
#[derive(Clone, Debug)]
struct Geo {
    /// Without bounding boxes and foreign members.
    value: GeometryValue,
    srid: Option<u32>,
}

impl Geo {
    fn of((value, srid): (GeometryValue, Option<u32>)) -> Self {
        Self { value, srid }
    }

    /// Takes a value of `geojson`.
    fn of_value(ty: GeoType, value: &GeometryValue) -> Result<Self, InvalidGeo> {
        shape::fits(ty, shape::of(value), 0)?;
        Ok(Self { value: node::rebuilt(value)?, srid: None })
    }

    /// Returns a value of the type: at zero, or empty.
    fn blank(ty: GeoType) -> Self {
        let value = match ty.shape {
            None | Some(GeoShape::Point) => GeometryValue::new_point([0.0, 0.0]),
            Some(GeoShape::LineString) => GeometryValue::new_line_string([[0.0, 0.0]; 2]),
            Some(GeoShape::Polygon) => GeometryValue::new_polygon([[[0.0, 0.0]; 4]]),
            Some(GeoShape::MultiPoint) => GeometryValue::MultiPoint { coordinates: Vec::new() },
            Some(GeoShape::MultiLineString) => GeometryValue::MultiLineString { coordinates: Vec::new() },
            Some(GeoShape::MultiPolygon) => GeometryValue::MultiPolygon { coordinates: Vec::new() },
            Some(GeoShape::Collection) => GeometryValue::GeometryCollection { geometries: Vec::new() },
        };
        Self { value, srid: None }
    }

    fn is_equal(&self, other: &Self, ty: GeoType) -> bool {
        let srid = |of: &Self| of.srid.unwrap_or(ty.default_srid());
        self.value == other.value && srid(self) == srid(other)
    }
}

macro_rules! geo_types {
    ($($name:ident, $space:ident, $shape:expr, $edm:literal, $what:literal;)*) => { $(
        #[doc = concat!("A value of `", $edm, "`: ", $what, ".")]
        ///
        /// Values are equal if they have the same numbers, in the same coordinate reference system.
        #[derive(Clone, Debug)]
        pub struct $name(Geo);

        impl $name {
            #[doc = concat!("The type, `", $edm, "`.")]
            pub const TYPE: GeoType = GeoType { space: GeoSpace::$space, shape: $shape };

            /// Creates a value without a coordinate reference system of its own. Bounding boxes and foreign members
            /// are left out.
            ///
            /// # Errors
            ///
            /// The value has another shape, or coordinates that its shape does not allow.
            pub fn new(geometry: impl Into<geojson::Geometry>) -> Result<Self, InvalidGeo> {
                Geo::of_value(Self::TYPE, &geometry.into().value).map(Self)
            }

            /// Reads GeoJSON. [`FromStr`] reads well-known text.
            ///
            /// # Errors
            ///
            /// The text is not GeoJSON of this type.
            pub fn from_json(json: &str) -> Result<Self, InvalidGeo> {
                json::read(Self::TYPE, json).map(Geo::of).map(Self)
            }

            /// Returns the value with the number of its coordinate reference system, by EPSG.
            #[must_use]
            pub const fn with_srid(mut self, srid: u32) -> Self {
                self.0.srid = Some(srid);
                self
            }

            /// Returns the number of the coordinate reference system that the value itself names. Without one it is
            /// that of its property.
            pub const fn srid(&self) -> Option<u32> {
                self.0.srid
            }

            /// Returns the shape with its coordinates.
            pub const fn value(&self) -> &GeometryValue {
                &self.0.value
            }

            pub(crate) fn blank() -> Self {
                Self(Geo::blank(Self::TYPE))
            }
        }

        impl GeoValue for $name {
            fn geo_type(&self) -> GeoType {
                Self::TYPE
            }

            fn srid(&self) -> Option<u32> {
                self.0.srid
            }

            fn json(&self) -> String {
                json::written(&self.0.value, self.0.srid)
            }

            fn text(&self) -> String {
                text::written(&self.0.value, self.0.srid.unwrap_or(Self::TYPE.default_srid()))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0.is_equal(&other.0, Self::TYPE)
            }
        }

        impl TryFrom<geojson::Geometry> for $name {
            type Error = InvalidGeo;

            fn try_from(geometry: geojson::Geometry) -> Result<Self, InvalidGeo> {
                Self::new(geometry)
            }
        }

        impl From<$name> for geojson::Geometry {
            fn from(value: $name) -> Self {
                Self::new(value.0.value)
            }
        }

        /// Writes well-known text.
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.text())
            }
        }

        /// Reads well-known text, with `SRID=4326;` in front or not.
        impl FromStr for $name {
            type Err = InvalidGeo;

            fn from_str(text: &str) -> Result<Self, InvalidGeo> {
                text::read(Self::TYPE, text).map(Geo::of).map(Self)
            }
        }

        /// Serializes GeoJSON.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        /// Deserializes GeoJSON.
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::from_json(&Value::deserialize(deserializer)?.to_string()).map_err(de::Error::custom)
            }
        }
    )* };
}

geo_types! {
    Geography, Geography, None, "Edm.Geography", "any shape";
    GeographyPoint, Geography, Some(GeoShape::Point), "Edm.GeographyPoint", "one position, longitude first";
    GeographyLineString, Geography, Some(GeoShape::LineString), "Edm.GeographyLineString", "a line";
    GeographyPolygon, Geography, Some(GeoShape::Polygon), "Edm.GeographyPolygon", "an area, which may have holes";
    GeographyMultiPoint, Geography, Some(GeoShape::MultiPoint), "Edm.GeographyMultiPoint", "positions";
    GeographyMultiLineString, Geography, Some(GeoShape::MultiLineString), "Edm.GeographyMultiLineString", "lines";
    GeographyMultiPolygon, Geography, Some(GeoShape::MultiPolygon), "Edm.GeographyMultiPolygon", "areas";
    GeographyCollection, Geography, Some(GeoShape::Collection), "Edm.GeographyCollection", "values of any shape";
    Geometry, Geometry, None, "Edm.Geometry", "any shape";
    GeometryPoint, Geometry, Some(GeoShape::Point), "Edm.GeometryPoint", "one position";
    GeometryLineString, Geometry, Some(GeoShape::LineString), "Edm.GeometryLineString", "a line";
    GeometryPolygon, Geometry, Some(GeoShape::Polygon), "Edm.GeometryPolygon", "an area, which may have holes";
    GeometryMultiPoint, Geometry, Some(GeoShape::MultiPoint), "Edm.GeometryMultiPoint", "positions";
    GeometryMultiLineString, Geometry, Some(GeoShape::MultiLineString), "Edm.GeometryMultiLineString", "lines";
    GeometryMultiPolygon, Geometry, Some(GeoShape::MultiPolygon), "Edm.GeometryMultiPolygon", "areas";
    GeometryCollection, Geometry, Some(GeoShape::Collection), "Edm.GeometryCollection", "values of any shape";
}
