//! The shapes of values, and their names in GeoJSON and in well-known text.

use geojson::GeometryValue;

use super::{GeoShape, GeoType, InvalidGeo};

const SHAPES: [(GeoShape, &str); 7] = [
    (GeoShape::Point, "Point"),
    (GeoShape::LineString, "LineString"),
    (GeoShape::Polygon, "Polygon"),
    (GeoShape::MultiPoint, "MultiPoint"),
    (GeoShape::MultiLineString, "MultiLineString"),
    (GeoShape::MultiPolygon, "MultiPolygon"),
    (GeoShape::Collection, "GeometryCollection"),
];

/// Returns the name of a shape.
pub(super) fn name(shape: GeoShape) -> &'static str {
    SHAPES.iter().find(|(known, _)| *known == shape).map_or("", |(_, name)| name)
}

/// Finds the shape with a name that fits.
pub(super) fn find(fits: impl Fn(&str) -> bool) -> Option<GeoShape> {
    SHAPES.iter().find(|(_, name)| fits(name)).map(|(shape, _)| *shape)
}

/// Returns the shape of a value.
pub(super) const fn of(value: &GeometryValue) -> GeoShape {
    match value {
        GeometryValue::Point { .. } => GeoShape::Point,
        GeometryValue::LineString { .. } => GeoShape::LineString,
        GeometryValue::Polygon { .. } => GeoShape::Polygon,
        GeometryValue::MultiPoint { .. } => GeoShape::MultiPoint,
        GeometryValue::MultiLineString { .. } => GeoShape::MultiLineString,
        GeometryValue::MultiPolygon { .. } => GeoShape::MultiPolygon,
        GeometryValue::GeometryCollection { .. } => GeoShape::Collection,
    }
}

/// Checks that values of a type can have a shape.
pub(super) fn fits(ty: GeoType, found: GeoShape, at: usize) -> Result<(), InvalidGeo> {
    match ty.shape {
        Some(shape) if shape != found => {
            Err(InvalidGeo::new(at, format!("a `{}` where `{}` is declared", name(found), ty.name())))
        }
        _ => Ok(()),
    }
}
