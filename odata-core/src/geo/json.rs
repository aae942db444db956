//! GeoJSON (RFC 7946), with the member `crs` of its predecessor (OData JSON 4.01 §7.1).

use geojson::{Geometry, GeometryValue, Position};

use super::{GeoShape, GeoType, InvalidGeo, node::Node, shape};
use crate::json::{JsonError, JsonErrorKind, JsonReader, JsonWriter, Token};

/// The system of coordinates in the name of a `crs`.
const EPSG: &str = "EPSG:";

impl From<JsonError> for InvalidGeo {
    fn from(error: JsonError) -> Self {
        Self::new(error.offset(), error.kind().to_string())
    }
}

type Result<T> = std::result::Result<T, InvalidGeo>;

/// Reads a value and the number of its coordinate reference system, if it has one.
pub(super) fn read(ty: GeoType, json: &str) -> Result<(GeometryValue, Option<u32>)> {
    let mut reader = JsonReader::new(json.as_bytes())?;
    let object = Object::read(&mut reader)?;
    reader.finish()?;
    let srid = object.crs.map(|(_, srid)| srid);
    Ok((object.value(Some(ty))?, srid))
}

/// The members of an object of GeoJSON that matter. Each has its offset.
#[derive(Default)]
struct Object {
    at: usize,
    shape: Option<(usize, GeoShape)>,
    coordinates: Option<Node>,
    geometries: Option<(usize, Vec<Self>)>,
    crs: Option<(usize, u32)>,
}

/// The name of a member that matters.
#[derive(Clone, Copy)]
enum Name {
    Type,
    Coordinates,
    Geometries,
    Crs,
}

impl Object {
    /// Reads an object. Its bounding box follows from its coordinates, and foreign members can be ignored: both are.
    fn read(reader: &mut JsonReader<'_>) -> Result<Self> {
        let mut object = Self { at: reader.value_offset(), ..Self::default() };
        reader.begin_object()?;
        while let Some(name) = reader.next_name()? {
            let name = match name {
                "type" => Name::Type,
                "coordinates" => Name::Coordinates,
                "geometries" => Name::Geometries,
                "crs" => Name::Crs,
                _ => {
                    reader.skip_value()?;
                    continue;
                }
            };
            let (name_at, at) = (reader.name_offset(), reader.value_offset());
            let is_second = match name {
                Name::Type => object.shape.replace((at, shape_named(reader, at)?)).is_some(),
                Name::Coordinates => object.coordinates.replace(node(reader)?).is_some(),
                Name::Geometries => object.geometries.replace((at, objects(reader)?)).is_some(),
                Name::Crs => object.crs.replace((name_at, srid(reader)?)).is_some(),
            };
            if is_second {
                return Err(JsonError::new(JsonErrorKind::DuplicateMember, name_at).into());
            }
        }
        Ok(object)
    }

    /// Returns the value, of a declared type where it is not part of another one.
    fn value(self, declared: Option<GeoType>) -> Result<GeometryValue> {
        let fault = |message| Err(InvalidGeo::new(self.at, message));
        let Some((shape_at, shape)) = self.shape else { return fault("`type` is missing") };
        match (declared, self.crs) {
            (Some(ty), _) => shape::fits(ty, shape, shape_at)?,
            (None, Some((at, _))) => {
                return Err(InvalidGeo::new(at, "only a whole value has a coordinate reference system"));
            }
            (None, None) => {}
        }
        match (shape, self.coordinates, self.geometries) {
            (GeoShape::Collection, None, Some((_, geometries))) => {
                let geometries = geometries.into_iter().map(|object| object.value(None).map(Geometry::new));
                Ok(GeometryValue::GeometryCollection { geometries: geometries.collect::<Result<_>>()? })
            }
            (GeoShape::Collection, None, None) => fault("`geometries` are missing"),
            (_, None, _) => fault("`coordinates` are missing"),
            (shape, Some(node), _) => node.value(shape),
        }
    }
}

fn objects(reader: &mut JsonReader<'_>) -> Result<Vec<Object>> {
    let mut objects = Vec::new();
    reader.begin_array()?;
    while reader.next_item()? {
        objects.push(Object::read(reader)?);
    }
    Ok(objects)
}

fn shape_named(reader: &mut JsonReader<'_>, at: usize) -> Result<GeoShape> {
    let found = reader.string()?;
    shape::find(|name| name == found)
        .ok_or_else(|| InvalidGeo::new(at, format!("`{found}` is not the type of a geometry")))
}

fn node(reader: &mut JsonReader<'_>) -> Result<Node> {
    let at = reader.value_offset();
    if reader.peek()? == Token::Number {
        // What is too large is infinite, which is refused.
        return Ok(Node::number(at, reader.number()?.parse().unwrap_or(f64::INFINITY)));
    }
    let mut items = Vec::new();
    reader.begin_array()?;
    while reader.next_item()? {
        items.push(node(reader)?);
    }
    Ok(Node::list(at, items))
}

/// Reads `{"type":"name","properties":{"name":"EPSG:4326"}}`.
fn srid(reader: &mut JsonReader<'_>) -> Result<u32> {
    let start = reader.value_offset();
    let (mut srid, mut is_named) = (None, false);
    reader.begin_object()?;
    while let Some(name) = reader.next_name()? {
        match name {
            "type" => {
                let at = reader.value_offset();
                is_named = reader.string()? == "name";
                if !is_named {
                    return Err(InvalidGeo::new(at, "the type of a coordinate reference system is `name`"));
                }
            }
            "properties" => {
                reader.begin_object()?;
                while let Some(name) = reader.next_name()? {
                    if name == "name" {
                        srid = Some(number_of_system(reader)?);
                    } else {
                        reader.skip_value()?;
                    }
                }
            }
            _ => reader.skip_value()?,
        }
    }
    srid.filter(|_| is_named).ok_or_else(|| {
        let form = r#"{"type":"name","properties":{"name":"EPSG:4326"}}"#;
        InvalidGeo::new(start, format!("a coordinate reference system is written `{form}`"))
    })
}

fn number_of_system(reader: &mut JsonReader<'_>) -> Result<u32> {
    let at = reader.value_offset();
    let name = reader.string()?;
    let number = name.strip_prefix(EPSG).filter(|number| number.bytes().all(|digit| digit.is_ascii_digit()));
    let number = number.and_then(|number| number.parse().ok());
    number.ok_or_else(|| InvalidGeo::new(at, format!("`{name}` is not a coordinate reference system of EPSG")))
}

/// Writes a value, and the number of its coordinate reference system, if it has one.
pub(super) fn written(value: &GeometryValue, srid: Option<u32>) -> String {
    let mut json = JsonWriter::new();
    open(&mut json, value);
    if let Some(srid) = srid {
        json.raw(r#","crs":{"type":"name","properties":{"name":"EPSG:"#);
        json.unsigned(srid.into());
        json.raw("\"}}");
    }
    json.byte(b'}');
    // The writer writes UTF-8.
    String::from_utf8(json.into_bytes()).unwrap_or_default()
}

/// Writes an object without its last bracket.
fn open(json: &mut JsonWriter, value: &GeometryValue) {
    json.raw("{\"type\":");
    json.string(shape::name(shape::of(value)));
    if let GeometryValue::GeometryCollection { geometries } = value {
        json.raw(",\"geometries\":");
        return list(json, geometries, |json, item| {
            open(json, &item.value);
            json.byte(b'}');
        });
    }
    json.raw(",\"coordinates\":");
    match value {
        GeometryValue::Point { coordinates } => position(json, coordinates),
        GeometryValue::LineString { coordinates } | GeometryValue::MultiPoint { coordinates } => {
            line(json, coordinates);
        }
        GeometryValue::Polygon { coordinates } | GeometryValue::MultiLineString { coordinates } => {
            lines(json, coordinates);
        }
        GeometryValue::MultiPolygon { coordinates } => list(json, coordinates, |json, polygon| lines(json, polygon)),
        GeometryValue::GeometryCollection { .. } => {}
    }
}

fn list<T>(json: &mut JsonWriter, items: &[T], write: impl Fn(&mut JsonWriter, &T)) {
    json.byte(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            json.byte(b',');
        }
        write(json, item);
    }
    json.byte(b']');
}

fn position(json: &mut JsonWriter, position: &Position) {
    list(json, position.as_slice(), |json, number| json.double(*number));
}

fn line(json: &mut JsonWriter, positions: &[Position]) {
    list(json, positions, position);
}

fn lines(json: &mut JsonWriter, all: &[Vec<Position>]) {
    list(json, all, |json, positions| line(json, positions));
}
