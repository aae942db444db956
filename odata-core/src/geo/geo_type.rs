//! The types of geography and geometry values.

/// A type of geography or geometry values (OData CSDL 4.01 §3.3): a coordinate space, and a shape.
///
/// ```
/// use odata_core::geo::{GeoShape, GeoSpace, GeoType};
///
/// let ty = GeoType { space: GeoSpace::Geography, shape: Some(GeoShape::Point) };
/// assert_eq!((ty.name(), ty.default_srid()), ("Edm.GeographyPoint", 4326));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GeoType {
    /// The coordinate space.
    pub space: GeoSpace,
    /// The shape; `None` where values have any, as those of `Edm.Geography`.
    pub shape: Option<GeoShape>,
}

/// A coordinate space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeoSpace {
    /// Positions on the surface of the earth, as longitude and latitude.
    Geography,
    /// Positions in a plane.
    Geometry,
}

/// The shape of a geography or geometry value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeoShape {
    /// One position.
    Point,
    /// Two positions or more, in order.
    LineString,
    /// An area inside of a closed ring, without those inside of further ones.
    Polygon,
    /// Any number of positions.
    MultiPoint,
    /// Any number of lines.
    MultiLineString,
    /// Any number of polygons.
    MultiPolygon,
    /// Any number of values of any shape.
    Collection,
}

impl GeoType {
    /// Returns all types.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let shapes = [
            None,
            Some(GeoShape::Point),
            Some(GeoShape::LineString),
            Some(GeoShape::Polygon),
            Some(GeoShape::MultiPoint),
            Some(GeoShape::MultiLineString),
            Some(GeoShape::MultiPolygon),
            Some(GeoShape::Collection),
        ];
        let spaces = [GeoSpace::Geography, GeoSpace::Geometry];
        spaces.into_iter().flat_map(move |space| shapes.map(|shape| Self { space, shape }))
    }

    /// Returns the qualified name, such as `Edm.GeographyPoint`.
    pub const fn name(self) -> &'static str {
        match (self.space, self.shape) {
            (GeoSpace::Geography, None) => "Edm.Geography",
            (GeoSpace::Geography, Some(GeoShape::Point)) => "Edm.GeographyPoint",
            (GeoSpace::Geography, Some(GeoShape::LineString)) => "Edm.GeographyLineString",
            (GeoSpace::Geography, Some(GeoShape::Polygon)) => "Edm.GeographyPolygon",
            (GeoSpace::Geography, Some(GeoShape::MultiPoint)) => "Edm.GeographyMultiPoint",
            (GeoSpace::Geography, Some(GeoShape::MultiLineString)) => "Edm.GeographyMultiLineString",
            (GeoSpace::Geography, Some(GeoShape::MultiPolygon)) => "Edm.GeographyMultiPolygon",
            (GeoSpace::Geography, Some(GeoShape::Collection)) => "Edm.GeographyCollection",
            (GeoSpace::Geometry, None) => "Edm.Geometry",
            (GeoSpace::Geometry, Some(GeoShape::Point)) => "Edm.GeometryPoint",
            (GeoSpace::Geometry, Some(GeoShape::LineString)) => "Edm.GeometryLineString",
            (GeoSpace::Geometry, Some(GeoShape::Polygon)) => "Edm.GeometryPolygon",
            (GeoSpace::Geometry, Some(GeoShape::MultiPoint)) => "Edm.GeometryMultiPoint",
            (GeoSpace::Geometry, Some(GeoShape::MultiLineString)) => "Edm.GeometryMultiLineString",
            (GeoSpace::Geometry, Some(GeoShape::MultiPolygon)) => "Edm.GeometryMultiPolygon",
            (GeoSpace::Geometry, Some(GeoShape::Collection)) => "Edm.GeometryCollection",
        }
    }

    /// Returns the number of the coordinate reference system where none is declared: 4326, which is WGS 84, for
    /// geography, 0 for geometry (OData CSDL 4.01 §7.2.6).
    pub const fn default_srid(self) -> u32 {
        match self.space {
            GeoSpace::Geography => 4326,
            GeoSpace::Geometry => 0,
        }
    }
}

impl GeoSpace {
    /// Returns the word before the quotes of a literal in a URL.
    pub(crate) const fn prefix(self) -> &'static str {
        match self {
            Self::Geography => "geography",
            Self::Geometry => "geometry",
        }
    }
}

/// The facet `SRID` of a property: the coordinate reference system of its values (OData CSDL 4.01 §7.2.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Srid {
    /// The number of the one that all values have.
    Number(u32),
    /// Each value can have its own.
    Variable,
}

impl std::fmt::Display for Srid {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Variable => formatter.write_str("variable"),
        }
    }
}
