//! Geography and geometry: the types of the namespace `Edm`, and with the feature `geojson` their values.
//!
//! In JSON a value is an object of GeoJSON (OData JSON 4.01 §7.1), in a URL well-known text in quotes. It keeps all
//! digits that an `f64` has. What RFC 7946 asks of a shape is checked: two to four numbers for each position, two
//! positions for a line, rings that end where they begin. Bounding boxes and foreign members of GeoJSON are left out.
//!
#![cfg_attr(
    feature = "geojson",
    doc = r##"
```
use odata_core::{Slot, codec, geo::GeographyPoint, uri::literal};

let place: GeographyPoint = "SRID=4326;Point(13.4 52.5)".parse()?;
let json = r#"{"type":"Point","coordinates":[13.4,52.5],"crs":{"type":"name","properties":{"name":"EPSG:4326"}}}"#;
assert_eq!(codec::to_vec(&place), json.as_bytes());
assert_eq!(GeographyPoint::new(geojson::Geometry::new_point([13.4, 52.5]))?, place);

let mut text = String::new();
assert!(literal::write(place.view(), &mut text));
assert_eq!(text, "geography'SRID=4326;Point(13.4 52.5)'");
# Ok::<(), odata_core::geo::InvalidGeo>(())
```
"##
)]

mod geo_type;
#[cfg(feature = "geojson")]
mod json;
#[cfg(feature = "geojson")]
mod node;
#[cfg(feature = "geojson")]
mod shape;
#[cfg(all(test, feature = "geojson"))]
mod tests;
#[cfg(feature = "geojson")]
mod text;
#[cfg(feature = "geojson")]
mod types;

use std::fmt;

use serde::{Serialize, Serializer, ser::Error as _};

pub use geo_type::{GeoShape, GeoSpace, GeoType, Srid};
#[cfg(feature = "geojson")]
pub use types::{
    Geography, GeographyCollection, GeographyLineString, GeographyMultiLineString, GeographyMultiPoint,
    GeographyMultiPolygon, GeographyPoint, GeographyPolygon, Geometry, GeometryCollection, GeometryLineString,
    GeometryMultiLineString, GeometryMultiPoint, GeometryMultiPolygon, GeometryPoint, GeometryPolygon,
};

use crate::json::{JsonReader, read_value};

/// A value of any geography or geometry type, borrowed.
pub trait GeoValue {
    /// Returns the type.
    fn geo_type(&self) -> GeoType;

    /// Returns the number of the coordinate reference system that the value itself names.
    fn srid(&self) -> Option<u32>;

    /// Returns the value as GeoJSON.
    fn json(&self) -> String;

    /// Returns the value as well-known text, with the number of its coordinate reference system in front, or of the
    /// default one.
    fn text(&self) -> String;
}

/// A text or a value of `geojson` that is not a value of the type it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidGeo {
    offset: usize,
    message: String,
}

impl InvalidGeo {
    pub(crate) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into() }
    }

    /// Returns the byte offset in the text that was read; 0 for a value of `geojson`.
    pub const fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for InvalidGeo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for InvalidGeo {}

/// Serializes a value as GeoJSON in any format.
pub(crate) fn serialize<S: Serializer>(value: &dyn GeoValue, serializer: S) -> Result<S::Ok, S::Error> {
    let json = value.json();
    // The parser of `serde_json` changes the last digits of some numbers.
    let value = JsonReader::new(json.as_bytes()).and_then(|mut reader| read_value(&mut reader));
    value.map_err(S::Error::custom)?.serialize(serializer)
}

/// Returns what is wrong with GeoJSON of a type.
#[cfg(feature = "geojson")]
pub(crate) fn fault(ty: GeoType, json: &str) -> Option<InvalidGeo> {
    json::read(ty, json).err()
}

/// Returns the GeoJSON of well-known text.
#[cfg(feature = "geojson")]
pub(crate) fn json_of_text(ty: GeoType, text: &str) -> Result<String, InvalidGeo> {
    text::read(ty, text).map(|(value, srid)| json::written(&value, srid))
}

// Without the feature, no property has such a type.

#[cfg(not(feature = "geojson"))]
pub(crate) fn fault(_: GeoType, _: &str) -> Option<InvalidGeo> {
    None
}

#[cfg(not(feature = "geojson"))]
pub(crate) fn json_of_text(ty: GeoType, _: &str) -> Result<String, InvalidGeo> {
    Err(InvalidGeo::new(0, format!("`{}` has no values without the feature `geojson`", ty.name())))
}
