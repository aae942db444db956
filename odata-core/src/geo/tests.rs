use geojson::GeometryValue;
use proptest::prelude::*;

use super::*;
use crate::{
    Delta, Diff as _, DynamicProperties, Error, ErrorCode, Model, ODataContainer, ODataEntity, PropertyValue, Slot,
    StructuredType as _,
    codec::{self, ReadOptions},
    csdl,
    edm::{ModelSnapshot, check},
    slot::DynamicValue,
    uri::literal,
};

/// A place.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "geo.place", open)]
struct Place {
    #[odata(key)]
    id: i32,
    position: Option<GeographyPoint>,
    #[odata(srid = 3857)]
    mercator: Option<GeometryPoint>,
    #[odata(srid = variable)]
    outline: Option<Geometry>,
    ways: Vec<GeographyLineString>,
    #[odata(dynamic)]
    more: DynamicProperties,
}

#[derive(ODataContainer)]
#[odata(type = "geo.Container")]
struct Container {
    #[odata(entity_set)]
    places: Vec<Place>,
}

fn read(body: &str) -> Result<Place, Error> {
    codec::from_slice_with(body.as_bytes(), &ReadOptions::insert())
}

/// The fault of a body: its path, line, column and message.
#[track_caller]
fn refused(body: &str, path: &str, place: (usize, usize), message: &str) {
    let error = read(body).expect_err(body);
    assert_eq!((error.target(), error.message()), (Some(path), message), "{body}");
    assert_eq!(error.location().map(|at| (at.line, at.column)), Some(place), "{body}");
    assert_eq!(error.details().len(), 0, "{error}");
}

const SYSTEM: &str = r#""crs":{"type":"name","properties":{"name":"EPSG:3857"}}"#;

#[test]
fn values_are_objects_of_geojson() {
    let body = r#"{"id":1,"position":{"coordinates":[13.4,52.5,1e2],"bbox":[0,0],"a":{},"type":"Point"},"mercator":null,"outline":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}],CRS},"ways":[{"type":"LineString","coordinates":[[1,2],[3.5,-4]]}]}"#;
    let body = body.replace("CRS", SYSTEM);
    let place = read(&body).expect("a place");
    assert_eq!(place.position, Some(GeographyPoint::new(GeometryValue::new_point([13.4, 52.5, 100.0])).unwrap()));
    assert_eq!(place.outline.as_ref().and_then(Geometry::srid), Some(3857));
    let written = r#"{"id":1,"position":{"type":"Point","coordinates":[13.4,52.5,100.0]},"mercator":null,"outline":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1.0,2.0]}],CRS},"ways":[{"type":"LineString","coordinates":[[1.0,2.0],[3.5,-4.0]]}]}"#;
    let written = written.replace("CRS", SYSTEM);
    let found = String::from_utf8(codec::to_vec(&place)).unwrap();
    assert_eq!(found.replace(r##""@odata.type":"#geo.place","##, ""), written);
    assert!(read(&written).unwrap().same(&place));
}

#[test]
fn faults_have_their_place_inside_of_the_value() {
    let declared = |message: &str, value: &str, path: &str, column: usize| {
        refused(&format!("{{\"id\":1,\n\"position\":{value}}}"), path, (2, column + 11), message);
    };
    declared(
        "a `LineString` where `Edm.GeographyPoint` is declared",
        r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
        "position/type",
        9,
    );
    declared("`Dot` is not the type of a geometry", r#"{"type":"Dot"}"#, "position/type", 9);
    declared("`type` is missing", r#"{"coordinates":[1,2]}"#, "position", 1);
    declared("`coordinates` are missing", r#"{"type":"Point"}"#, "position", 1);
    declared("a position has two to four numbers", r#"{"type":"Point","coordinates":[1]}"#, "position/coordinates", 31);
    declared(
        "a coordinate is a finite number",
        r#"{"type":"Point","coordinates":[1,1e999]}"#,
        "position/coordinates/1",
        34,
    );
    declared("an array was expected", r#"{"type":"Point","coordinates":[1,"2"]}"#, "position/coordinates/1", 34);
    declared("the object has another member with this name", r#"{"type":"Point","type":"Point"}"#, "position/type", 17);
    declared("a string where `Edm.GeographyPoint` is declared", r#""SRID=4326;Point(1 2)""#, "position", 1);
    declared("an array where `Edm.GeographyPoint` is declared", "[1,2]", "position", 1);
    let outline = |value: &str, path: &str, column: usize, message| {
        refused(&format!("{{\"id\":1,\"outline\":{value}}}"), path, (1, column + 18), message);
    };
    outline(
        r#"{"type":"LineString","coordinates":[[1,2]]}"#,
        "outline/coordinates",
        36,
        "a line has at least two positions",
    );
    outline(
        r#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,3]]]}"#,
        "outline/coordinates/0",
        34,
        "a ring ends at the position where it begins",
    );
    outline(
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Point"}]}"#,
        "outline/geometries/1",
        81,
        "`coordinates` are missing",
    );
    outline(
        r#"{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"WGS84"}}}"#,
        "outline/crs/properties/name",
        79,
        "`WGS84` is not a coordinate reference system of EPSG",
    );
    refused(
        r#"{"id":1,"ways":[{"type":"LineString","coordinates":[[1,2],[3,4]]},{"type":"LineString","coordinates":[[1,2],[3]]}]}"#,
        "ways/1/coordinates/1",
        (1, 109),
        "a position has two to four numbers",
    );
}

#[test]
fn a_value_is_in_the_coordinate_reference_system_of_its_property() {
    let with = |name: &str, srid: u32| {
        let crs = SYSTEM.replace("3857", &srid.to_string());
        let body = format!(r#"{{"id":1,"{name}":{{"type":"Point","coordinates":[1,2],{crs}}}}}"#);
        let stored = codec::from_slice_with::<Place>(body.as_bytes(), &ReadOptions::stored());
        assert!(stored.is_ok(), "what is stored is taken as it is: {stored:?}");
        read(&body).map_err(|error| (error.code(), error.message().to_owned()))
    };
    let refused = |name: &str, srid: u32| {
        let message = format!("the coordinate reference system of `{name}` is `EPSG:{srid}`");
        Some((ErrorCode::OUT_OF_RANGE, message))
    };
    assert_eq!(with("position", 3857).err(), refused("position", 4326));
    assert_eq!(with("mercator", 0).err(), refused("mercator", 3857));
    for (name, srid) in [("position", 4326), ("mercator", 3857), ("outline", 0), ("outline", 99_999)] {
        assert!(with(name, srid).is_ok(), "{name} {srid}");
    }
    let set = Delta::<Place>::new()
        .set(Place::PROPERTIES.position, Some(GeographyPoint::blank().with_srid(1)))
        .map(drop)
        .map_err(|error| error.code());
    assert_eq!(set, Err(ErrorCode::OUT_OF_RANGE));
    let srids: Vec<_> = Place::DESCRIPTOR.properties().map(|(_, property)| property.srid()).collect();
    let [key, standard, number, variable, ways] = srids[..] else { panic!("{srids:?}") };
    assert_eq!((key, standard, number), (None, Some(Srid::Number(4326)), Some(Srid::Number(3857))));
    assert_eq!((variable, ways), (Some(Srid::Variable), Some(Srid::Number(4326))));
}

#[test]
fn values_are_neither_keys_nor_unique_nor_indexed() {
    let types = [Geography::TYPE, GeographyPoint::TYPE, Geometry::TYPE, GeometryCollection::TYPE];
    for (geo, ty) in types.into_iter().zip([
        <Geography as PropertyValue>::TYPE,
        <GeographyPoint as PropertyValue>::TYPE,
        <Geometry as PropertyValue>::TYPE,
        <GeometryCollection as PropertyValue>::TYPE,
    ]) {
        assert_eq!(ty.name(), geo.name());
        for rule in [check::key_type, check::unique, check::indexed] {
            let broken = std::panic::catch_unwind(|| rule("place", ty)).expect_err(geo.name());
            let message = broken.downcast_ref::<String>().expect("a message");
            assert!(message.contains(&format!("`{}`", geo.name())), "{message}");
        }
        check::srid(ty);
        check::property_type("place", ty);
    }
}

#[test]
fn metadata_and_snapshots_say_what_is_declared() {
    let model = Model::of::<Container>().expect("no faults");
    let xml = csdl::to_xml(&model);
    for line in [
        r#"Name="position" Type="Edm.GeographyPoint"/>"#,
        r#"Name="mercator" Type="Edm.GeometryPoint" SRID="3857"/>"#,
        r#"Name="outline" Type="Edm.Geometry" SRID="variable"/>"#,
        r#"Name="ways" Type="Collection(Edm.GeographyLineString)" Nullable="false"/>"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
    let new = ModelSnapshot::new(&model);
    let old = ModelSnapshot::from_json(&new.to_json().replace("3857", "25832")).expect("a snapshot");
    let found: Vec<_> = old.differences(&new).iter().map(ToString::to_string).collect();
    let expected = "geo.place/mercator: the SRID changed from `25832` to `3857`; values that do not name theirs are read \
                    as of the new one, and those of another one are refused";
    assert_eq!(found, [expected]);
}

#[test]
fn changes_are_found_and_applied() {
    let old = read(r#"{"id":1,"position":{"type":"Point","coordinates":[1,2]}}"#).unwrap();
    let mut new = old.clone();
    // The same position, written in another way.
    new.position = Some(GeographyPoint::new(GeometryValue::new_point([1.0, 2.0])).unwrap().with_srid(4326));
    assert_eq!(new, old);
    let patch = old.diff(&new).to_vec();
    let crs = SYSTEM.replace("3857", "4326");
    let expected = format!(r#"{{"position":{{"type":"Point","coordinates":[1.0,2.0],{crs}}}}}"#);
    assert_eq!(String::from_utf8_lossy(&patch), expected);
    let mut stored = old.clone();
    Delta::<Place>::from_slice(&patch).unwrap().apply_to(&mut stored).unwrap();
    assert!(stored.same(&new) && !stored.same(&old));
    assert!(old.diff(&old.clone()).is_empty());
}

#[test]
fn dynamic_properties_name_their_type() {
    let point = GeographyPoint::new(GeometryValue::new_point([0.1, 0.2])).unwrap();
    let mut place = read(r#"{"id":1}"#).unwrap();
    place.more.insert("entrance", point.clone()).unwrap();
    let json = String::from_utf8(codec::to_vec(&place)).unwrap();
    let member = r##""entrance@odata.type":"#GeographyPoint","entrance":{"coordinates":[0.1,0.2],"type":"Point"}"##;
    assert!(
        json.contains(member)
            || json.contains(
                &member
                    .replace(r#""coordinates":[0.1,0.2],"type":"Point""#, r#""type":"Point","coordinates":[0.1,0.2]"#)
            ),
        "{json}"
    );
    let again = read(&json).unwrap();
    let found = again.more.find("entrance").expect("it is there");
    assert_eq!(found.type_name(), Some("#GeographyPoint"));
    assert_eq!(GeographyPoint::try_from(found), Ok(point));
    assert!(GeographyPolygon::try_from(found).is_err());
}

#[test]
fn literals_of_urls() {
    fn written<T: PropertyValue>(text: &str) -> Result<String, (usize, String)> {
        let mut slot = T::blank();
        literal::read(&mut slot, T::TYPE.edm, text).map_err(|error| (error.offset(), error.message().to_owned()))?;
        let mut out = String::new();
        assert!(literal::write(slot.view(), &mut out));
        assert!(literal::is_literal(&out));
        Ok(out)
    }
    // The last two are cases of the published grammar.
    for (text, expected) in [
        ("geography'SRID=4326;Point(-122.1 47.5)'", "geography'SRID=4326;Point(-122.1 47.5)'"),
        ("geography'Point(1 2)'", "geography'SRID=4326;Point(1.0 2.0)'"),
        ("Geography'srid=0; POINT ( 1  2e1 3 ) '", "geography'SRID=0;Point(1.0 20.0 3.0)'"),
        ("geography'SRID=0;MultiPoint((1 2),(3 4))'", "geography'SRID=0;MultiPoint((1.0 2.0),(3.0 4.0))'"),
        ("geography'SRID=1;MultiPoint()'", "geography'SRID=1;MultiPoint()'"),
        (
            "geography'SRID=0;GeometryCollection(Point(1 2),LineString(1 2,3 4))'",
            "geography'SRID=0;GeometryCollection(Point(1.0 2.0),LineString(1.0 2.0,3.0 4.0))'",
        ),
        (
            "geography'SRID=0;Polygon((1 1,1 1),(1 1,2 2,3 3,1 1))'",
            "geography'SRID=0;Polygon((1.0 1.0,1.0 1.0),(1.0 1.0,2.0 2.0,3.0 3.0,1.0 1.0))'",
        ),
        (
            "geography'SRID=0;MultiPolygon(((1 1,1 1),(1 1,2 2,3 3,1 1)))'",
            "geography'SRID=0;MultiPolygon(((1.0 1.0,1.0 1.0),(1.0 1.0,2.0 2.0,3.0 3.0,1.0 1.0)))'",
        ),
    ] {
        assert_eq!(written::<Geography>(text).as_deref(), Ok(expected));
    }
    assert_eq!(written::<GeometryPoint>("geometry'Point(1 2)'").as_deref(), Ok("geometry'SRID=0;Point(1.0 2.0)'"));
    for (text, offset, message) in [
        ("geography'Point(1)'", 16, "a position has two to four numbers"),
        ("geography'Point(1 x)'", 18, "`x` is not a coordinate"),
        ("geography'Point(1 2'", 19, "`)` is expected"),
        ("geography'LineString(1 2,3 4)'", 10, "a `LineString` where `Edm.GeographyPoint` is declared"),
        ("geography'SRID=;Point(1 2)'", 15, "a number of a coordinate reference system is expected"),
        ("geography'Point(1 2)x'", 20, "text after the value"),
        ("geography''", 10, "the name of a shape is expected, such as `Point`"),
        ("geography'ä'", 10, "the name of a shape is expected, such as `Point`"),
    ] {
        assert_eq!(written::<GeographyPoint>(text), Err((offset, message.to_owned())), "{text}");
    }
    for text in ["geometry'Point(1 2)'", "Point(1 2)", "'Point(1 2)'"] {
        assert!(written::<GeographyPoint>(text).is_err(), "{text}");
    }
    let deep = "GeometryCollection(".repeat(100_000);
    assert!(written::<Geography>(&format!("geography'{deep}'")).is_err());
}

/// Finite numbers with all their bits.
fn number() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |number| number.is_finite())
}

fn position() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec(number(), 2..=4)
}

fn line() -> impl Strategy<Value = Vec<Vec<f64>>> {
    proptest::collection::vec(position(), 2..4)
}

fn polygon() -> impl Strategy<Value = Vec<Vec<Vec<f64>>>> {
    let ring = line().prop_map(|mut ring| {
        ring.push(ring[0].clone());
        ring
    });
    proptest::collection::vec(ring, 1..3)
}

fn value() -> impl Strategy<Value = GeometryValue> {
    use proptest::collection::vec;
    let flat = prop_oneof![
        position().prop_map(GeometryValue::new_point),
        line().prop_map(GeometryValue::new_line_string),
        polygon().prop_map(GeometryValue::new_polygon),
        vec(position(), 0..3).prop_map(GeometryValue::new_multi_point),
        vec(line(), 0..3).prop_map(GeometryValue::new_multi_line_string),
        vec(polygon(), 0..3).prop_map(GeometryValue::new_multi_polygon),
    ];
    flat.prop_recursive(3, 12, 3, |inner| vec(inner, 0..3).prop_map(GeometryValue::new_geometry_collection))
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(value in value(), srid in proptest::option::of(0..100_000_u32)) {
        let mut geometry = Geometry::new(value.clone()).unwrap();
        if let Some(srid) = srid {
            geometry = geometry.with_srid(srid);
        }
        let json = codec::to_vec(&geometry);
        let read: Geometry = codec::from_slice(&json).unwrap();
        prop_assert!(read.same(&geometry) && read == geometry);
        // Other programs read the same value.
        let other: geojson::Geometry = String::from_utf8(json).unwrap().parse().unwrap();
        prop_assert_eq!(other.value.type_name(), value.type_name());
        let text = geometry.to_string();
        prop_assert_eq!(text.parse::<Geometry>().unwrap(), geometry.clone());
        prop_assert_eq!(text.parse::<Geometry>().unwrap().to_string(), text);
        // Through serde, without a text between them.
        let through = serde_json::to_value(&geometry).unwrap();
        prop_assert!(serde_json::from_value::<Geometry>(through).unwrap().same(&geometry));
        // As a dynamic value.
        prop_assert_eq!(Geometry::try_from(&DynamicValue::from(geometry.clone())).unwrap(), geometry);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(SRID=[0-9]{0,7};)?(Point|LineString|GeometryCollection|MultiPolygon|x)?[-0-9eE.(), Äa]{0,30}") {
        if let Err(error) = text.parse::<Geography>() {
            prop_assert!(text.is_char_boundary(error.offset()), "{}", error.offset());
        }
    }
}
