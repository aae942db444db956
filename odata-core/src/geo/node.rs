//! Coordinates as they are read: numbers in lists, each with its offset. What a shape is made of is checked here alone,
//! whatever the coordinates come from.

use geojson::{Geometry, GeometryValue, Position};

use super::{GeoShape, InvalidGeo};

/// A number, or a list of nodes, at an offset of a text.
pub(super) struct Node {
    pub(super) at: usize,
    pub(super) content: Content,
}

pub(super) enum Content {
    Number(f64),
    List(Vec<Node>),
}

type Result<T> = std::result::Result<T, InvalidGeo>;

impl Node {
    pub(super) const fn list(at: usize, items: Vec<Self>) -> Self {
        Self { at, content: Content::List(items) }
    }

    pub(super) const fn number(at: usize, number: f64) -> Self {
        Self { at, content: Content::Number(number) }
    }

    fn fault<T>(&self, message: &str) -> Result<T> {
        Err(InvalidGeo::new(self.at, message))
    }

    fn items<T>(&self, read: impl Fn(&Self) -> Result<T>) -> Result<Vec<T>> {
        match &self.content {
            Content::List(items) => items.iter().map(read).collect(),
            Content::Number(_) => self.fault("a number where a list of coordinates is expected"),
        }
    }

    fn coordinate(&self) -> Result<f64> {
        match self.content {
            Content::Number(number) if number.is_finite() => Ok(number),
            Content::Number(_) => self.fault("a coordinate is a finite number"),
            Content::List(_) => self.fault("a list where a coordinate is expected"),
        }
    }

    fn position(&self) -> Result<Position> {
        let numbers = self.items(Self::coordinate)?;
        if matches!(numbers.len(), 2..=4) {
            Ok(Position::from(numbers))
        } else {
            self.fault("a position has two to four numbers")
        }
    }

    fn line(&self) -> Result<Vec<Position>> {
        let line = self.items(Self::position)?;
        if line.len() < 2 { self.fault("a line has at least two positions") } else { Ok(line) }
    }

    fn ring(&self) -> Result<Vec<Position>> {
        let ring = self.items(Self::position)?;
        if ring.is_empty() || ring.first() != ring.last() {
            return self.fault("a ring ends at the position where it begins");
        }
        Ok(ring)
    }

    fn polygon(&self) -> Result<Vec<Vec<Position>>> {
        let polygon = self.items(Self::ring)?;
        if polygon.is_empty() { self.fault("a polygon has at least one ring") } else { Ok(polygon) }
    }

    /// Returns the value of a shape that has these coordinates; a collection has none.
    pub(super) fn value(&self, shape: GeoShape) -> Result<GeometryValue> {
        Ok(match shape {
            GeoShape::Point => GeometryValue::Point { coordinates: self.position()? },
            GeoShape::LineString => GeometryValue::LineString { coordinates: self.line()? },
            GeoShape::Polygon => GeometryValue::Polygon { coordinates: self.polygon()? },
            GeoShape::MultiPoint => GeometryValue::MultiPoint { coordinates: self.items(Self::position)? },
            GeoShape::MultiLineString => GeometryValue::MultiLineString { coordinates: self.items(Self::line)? },
            GeoShape::MultiPolygon => GeometryValue::MultiPolygon { coordinates: self.items(Self::polygon)? },
            GeoShape::Collection => return self.fault("a `GeometryCollection` has `geometries`, not coordinates"),
        })
    }
}

/// Checks a value that was made in Rust, and returns it without bounding boxes and foreign members.
pub(super) fn rebuilt(value: &GeometryValue) -> Result<GeometryValue> {
    let node = match value {
        GeometryValue::Point { coordinates } => position(coordinates),
        GeometryValue::LineString { coordinates } | GeometryValue::MultiPoint { coordinates } => line(coordinates),
        GeometryValue::Polygon { coordinates } | GeometryValue::MultiLineString { coordinates } => lines(coordinates),
        GeometryValue::MultiPolygon { coordinates } => list(coordinates, |polygon| lines(polygon)),
        GeometryValue::GeometryCollection { geometries } => {
            let geometries = geometries.iter().map(|item| rebuilt(&item.value).map(Geometry::new));
            return Ok(GeometryValue::GeometryCollection { geometries: geometries.collect::<Result<_>>()? });
        }
    };
    node.value(super::shape::of(value))
}

fn list<T>(items: &[T], node: impl Fn(&T) -> Node) -> Node {
    Node::list(0, items.iter().map(node).collect())
}

fn position(position: &Position) -> Node {
    list(position.as_slice(), |number| Node::number(0, *number))
}

fn line(positions: &[Position]) -> Node {
    list(positions, position)
}

fn lines(all: &[Vec<Position>]) -> Node {
    list(all, |positions| line(positions))
}
