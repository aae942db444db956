//! Well-known text, as in literals of URLs: `SRID=4326;Point(13.4 52.5)` (OData ABNF 4.01, `fullPointLiteral`).

use geojson::{Geometry, GeometryValue, Position};

use super::{GeoShape, GeoType, InvalidGeo, node::Node, shape};
use crate::value::Decimal;

/// The number of collections that can be inside of each other.
const MAX_DEPTH: u32 = 64;

type Result<T> = std::result::Result<T, InvalidGeo>;

/// Reads a value and the number of its coordinate reference system, if it has one in front. Names have any case, and
/// spaces may be around brackets and commas, as other programs write them.
pub(super) fn read(ty: GeoType, text: &str) -> Result<(GeometryValue, Option<u32>)> {
    let mut reader = Reader { text, at: 0 };
    let srid = reader.srid()?;
    reader.skip_spaces();
    let at = reader.at;
    let shape = reader.shape()?;
    shape::fits(ty, shape, at)?;
    let value = reader.value(shape, MAX_DEPTH)?;
    reader.skip_spaces();
    if reader.at < text.len() {
        return reader.fault("text after the value");
    }
    Ok((value, srid))
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn fault<T>(&self, message: impl Into<String>) -> Result<T> {
        Err(InvalidGeo::new(self.at, message))
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
    }

    /// Reads the characters that fit.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let taken = &rest[..rest.find(|character| !fits(character)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn take_if(&mut self, character: char) -> bool {
        self.skip_spaces();
        let is_there = self.rest().starts_with(character);
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, character: char) -> Result<()> {
        if self.take_if(character) { Ok(()) } else { self.fault(format!("`{character}` is expected")) }
    }

    fn srid(&mut self) -> Result<Option<u32>> {
        const SRID: &str = "SRID=";
        if !self.rest().get(..SRID.len()).is_some_and(|start| start.eq_ignore_ascii_case(SRID)) {
            return Ok(None);
        }
        self.at += SRID.len();
        let start = self.at;
        let digits = self.take(|character| character.is_ascii_digit());
        let Ok(srid) = digits.parse() else {
            return Err(InvalidGeo::new(start, "a number of a coordinate reference system is expected"));
        };
        self.expect(';')?;
        Ok(Some(srid))
    }

    fn shape(&mut self) -> Result<GeoShape> {
        self.skip_spaces();
        let start = self.at;
        let word = self.take(|character| character.is_ascii_alphabetic());
        let found = shape::find(|name| name.eq_ignore_ascii_case(word));
        found.ok_or_else(|| InvalidGeo::new(start, "the name of a shape is expected, such as `Point`"))
    }

    fn value(&mut self, shape: GeoShape, depth: u32) -> Result<GeometryValue> {
        let node = match shape {
            GeoShape::Point => self.point()?,
            GeoShape::LineString => self.line()?,
            GeoShape::MultiPoint => self.list(Self::point)?,
            GeoShape::Polygon | GeoShape::MultiLineString => self.list(Self::line)?,
            GeoShape::MultiPolygon => self.list(|reader| reader.list(Self::line))?,
            GeoShape::Collection => return self.collection(depth),
        };
        node.value(shape)
    }

    fn collection(&mut self, depth: u32) -> Result<GeometryValue> {
        let Some(depth) = depth.checked_sub(1) else { return self.fault("collections are nested too deep") };
        let mut geometries = Vec::new();
        self.items(|reader| {
            let shape = reader.shape()?;
            geometries.push(Geometry::new(reader.value(shape, depth)?));
            Ok(())
        })?;
        Ok(GeometryValue::GeometryCollection { geometries })
    }

    /// Reads any number of items in brackets, with commas between them.
    fn items(&mut self, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.expect('(')?;
        if self.take_if(')') {
            return Ok(());
        }
        loop {
            item(self)?;
            if self.take_if(')') {
                return Ok(());
            }
            self.expect(',')?;
        }
    }

    fn list(&mut self, item: impl Fn(&mut Self) -> Result<Node>) -> Result<Node> {
        self.skip_spaces();
        let (at, mut nodes) = (self.at, Vec::new());
        self.items(|reader| {
            nodes.push(item(reader)?);
            Ok(())
        })?;
        Ok(Node::list(at, nodes))
    }

    fn line(&mut self) -> Result<Node> {
        self.list(Self::position)
    }

    /// Reads a position in brackets.
    fn point(&mut self) -> Result<Node> {
        self.expect('(')?;
        let position = self.position()?;
        self.expect(')')?;
        Ok(position)
    }

    /// Reads numbers with spaces between them.
    fn position(&mut self) -> Result<Node> {
        self.skip_spaces();
        let (start, mut numbers) = (self.at, Vec::new());
        loop {
            self.skip_spaces();
            let at = self.at;
            let text = self.take(|character| !matches!(character, ' ' | ',' | '(' | ')'));
            if text.is_empty() {
                return Ok(Node::list(start, numbers));
            }
            if !Decimal::is_valid(text) {
                return Err(InvalidGeo::new(at, format!("`{text}` is not a coordinate")));
            }
            numbers.push(Node::number(at, text.parse().unwrap_or(f64::INFINITY)));
        }
    }
}

/// Writes a value with the number of its coordinate reference system in front.
pub(super) fn written(value: &GeometryValue, srid: u32) -> String {
    let mut out = format!("SRID={srid};");
    push(&mut out, value);
    out
}

fn push(out: &mut String, value: &GeometryValue) {
    out.push_str(shape::name(shape::of(value)));
    match value {
        GeometryValue::Point { coordinates } => point(out, coordinates),
        GeometryValue::LineString { coordinates } => line(out, coordinates),
        GeometryValue::MultiPoint { coordinates } => list(out, coordinates, point),
        GeometryValue::Polygon { coordinates } | GeometryValue::MultiLineString { coordinates } => {
            lines(out, coordinates);
        }
        GeometryValue::MultiPolygon { coordinates } => list(out, coordinates, |out, polygon| lines(out, polygon)),
        GeometryValue::GeometryCollection { geometries } => list(out, geometries, |out, item| push(out, &item.value)),
    }
}

fn list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('(');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(')');
}

fn position(out: &mut String, position: &Position) {
    for (index, number) in position.as_slice().iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(zmij::Buffer::new().format(*number));
    }
}

fn point(out: &mut String, coordinates: &Position) {
    out.push('(');
    position(out, coordinates);
    out.push(')');
}

fn line(out: &mut String, positions: &[Position]) {
    list(out, positions, position);
}

fn lines(out: &mut String, all: &[Vec<Position>]) {
    list(out, all, |out, positions| line(out, positions));
}
