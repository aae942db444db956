//! The model with everything: each word of the attribute language, and each name of the schema of `$metadata` that a
//! model can have so far.

use std::collections::{BTreeMap, BTreeSet};

use odata_core::{
    AnyOf, DynamicProperties, Flags, Model, Nav, PropertyValue, StructuredType,
    codec::{self, ODataVersion, WriteOptions},
    csdl,
    slot::Untyped,
    value::{Decimal, Duration, Stream, UnknownMember},
};
use odata_tests::{
    kitchen_sink::{
        Appliance, Camera, Colour, Decision, Device, Extra, Instant, Lenient, Level, Location, Measure, Money, Note,
        NumberSetting, Person, Ratio, Room, SOURCE, Setting, Sink, Sku, Small, Spot, TextSetting, Thing, Undecided,
    },
    metadata::{is_valid_document, published},
};
use serde_json::Value;

/// The tables of the attribute language, by the derives that they are about.
const TABLES: [(&str, &str); 9] = [
    ("ODataAction", include_str!("../../odata-derive/docs/action.md")),
    ("ODataComplex", include_str!("../../odata-derive/docs/complex.md")),
    ("ODataContainer", include_str!("../../odata-derive/docs/container.md")),
    ("ODataEntity", include_str!("../../odata-derive/docs/entity.md")),
    ("ODataEnum", include_str!("../../odata-derive/docs/enum.md")),
    ("ODataFunction", include_str!("../../odata-derive/docs/function.md")),
    ("ODataRecord", include_str!("../../odata-derive/docs/record.md")),
    ("ODataTerm", include_str!("../../odata-derive/docs/term.md")),
    ("ODataTypeDefinition", include_str!("../../odata-derive/docs/type_definition.md")),
];

/// Names of a model in the tables, which are not words of the language.
const PLACEHOLDERS: [&str; 19] = [
    "A",
    "B",
    "N",
    "Record",
    "T",
    "Term",
    "Type",
    "code",
    "field",
    "id",
    "info",
    "infoId",
    "kind",
    "path",
    "region",
    "sku",
    "some_crate",
    "target",
    "value",
];

/// A facet of geography and geometry alone, which are there with a feature that these tests do without.
const WITH_A_FEATURE: &str = "srid";

/// The identifiers in tokens, without what is quoted.
fn identifiers(tokens: &str) -> impl Iterator<Item = &str> {
    let unquoted = tokens.split('"').step_by(2);
    let words = unquoted.flat_map(|text| text.split(|char: char| !char.is_ascii_alphanumeric() && char != '_'));
    words.filter(|word| word.starts_with(|char: char| char.is_ascii_alphabetic()))
}

/// The words in the first column of tables.
fn declared(tables: &'static str) -> BTreeSet<&'static str> {
    let rows = tables.lines().filter_map(|line| line.strip_prefix("| `"));
    let tokens = rows.filter_map(|row| row.split(" | ").next()).flat_map(|cell| cell.split('`').step_by(2));
    tokens.flat_map(identifiers).filter(|word| !PLACEHOLDERS.contains(word)).collect()
}

/// The words in the attributes of the model that one of the derives reads.
fn used(derive: &str) -> BTreeSet<&'static str> {
    let items = SOURCE.iter().flat_map(|source| source.split("#[derive(").skip(1));
    let items = items.filter(|item| item.split([',', ')']).next() == Some(derive));
    let attributes = items.flat_map(|item| item.split("#[odata(").skip(1));
    attributes.filter_map(|rest| rest.split(")]").next()).flat_map(identifiers).collect()
}

fn metadata() -> String {
    csdl::to_xml(&Model::of::<Sink>().expect("no faults"))
}

#[test]
fn the_models_have_no_faults() {
    odata_core::assert_model!(Sink);
    odata_core::assert_model!(Small);
    odata_core::assert_model!(Lenient);
    let model = Model::of::<Sink>().expect("no faults");
    assert!(model.find("audit.entry").is_some(), "a type of a namespace that the container has as a whole");
    let names: Vec<_> = model.operations().iter().map(|operation| operation.rust_name()).collect();
    for name in ["Move", "MoveOne", "Check", "Checked", "CheckIn", "Reset", "Audit", "Newest", "NewRoom"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

#[test]
fn metadata_is_valid_by_the_published_schema() {
    is_valid_document("kitchen-sink", &metadata());
    is_valid_document("kitchen-sink-small", &csdl::to_xml(&Model::of::<Small>().expect("no faults")));
}

#[test]
fn each_word_of_the_attribute_language_is_used() {
    for (derive, table) in TABLES {
        let (declared, used) = (declared(table), used(derive));
        assert!(declared.contains("type") && declared.contains("crate"), "{derive}: {declared:?}");
        let missing: Vec<_> = declared.difference(&used).copied().collect();
        let expected: &[_] = if declared.contains(WITH_A_FEATURE) { &[WITH_A_FEATURE] } else { &[] };
        assert_eq!(missing, expected, "{derive}");
    }
}

/// What the schema of `$metadata` declares.
#[derive(Default)]
struct Schema<'s> {
    /// The elements, with their types where those have names.
    elements: BTreeSet<(&'s str, &'s str)>,
    /// The attributes of each type and group, with the groups that it refers to.
    attributes: BTreeMap<&'s str, Vec<(Declared, &'s str)>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Declared {
    Attribute,
    Group,
}

impl<'s> Schema<'s> {
    /// Reads a schema with a tag per line.
    fn new(text: &'s str) -> Self {
        let mut schema = Self::default();
        let mut inside = "";
        for line in text.lines() {
            let Some((tag, rest)) = line.trim_start().strip_prefix("<xs:").and_then(|tag| tag.split_once(' ')) else {
                continue;
            };
            let value = |attribute: &str| {
                let (_, value) = rest.split_once(attribute)?;
                value.strip_prefix("=\"")?.split('"').next()
            };
            let own = |name: &'s str| name.strip_prefix("edm:").unwrap_or(name);
            match (tag, value("name"), value("type"), value("ref")) {
                ("element", Some(name), Some(ty), _) => drop(schema.elements.insert((name, own(ty)))),
                ("element", Some(name), None, _) => {
                    inside = name;
                    schema.elements.insert((name, name));
                }
                ("complexType" | "attributeGroup" | "group", Some(name), ..) => inside = name,
                ("attribute", Some(name), ..) => schema.declare(inside, Declared::Attribute, name),
                ("attributeGroup", None, _, Some(group)) => schema.declare(inside, Declared::Group, own(group)),
                _ => {}
            }
        }
        schema
    }

    fn declare(&mut self, inside: &'s str, kind: Declared, name: &'s str) {
        self.attributes.entry(inside).or_default().push((kind, name));
    }

    /// The attributes of a type.
    fn attributes(&self, ty: &str) -> Vec<&'s str> {
        let all = self.attributes.get(ty).into_iter().flatten();
        let each = all.flat_map(|&(kind, name)| match kind {
            Declared::Attribute => vec![name],
            Declared::Group => self.attributes(name),
        });
        each.collect()
    }
}

/// Elements of annotations, whose attributes are mostly expressions.
const OF_ANNOTATIONS: [&str; 6] = ["Annotation", "Cast", "IsOf", "LabeledElement", "PropertyValue", "Record"];

/// Attributes of elements that the model has, each with the reason why none of them has it.
const NO_ATTRIBUTES: [(&str, &str); 11] = [
    ("Annotations Qualifier", "each annotation has its own"),
    ("EntityContainer Extends", "no container extends another one"),
    ("Parameter SRID", "no word for it on parameters"),
    ("Parameter Unicode", "no word for it on parameters"),
    ("Property SRID", "for geography and geometry, which come with a feature"),
    ("ReturnType SRID", "no word for it on what is returned"),
    ("ReturnType Unicode", "no word for it on what is returned"),
    ("Singleton Nullable", "not in 4.0"),
    ("Term SRID", "no constant of annotations is geography"),
    ("Term Unicode", "not in 4.0"),
    ("TypeDefinition SRID", "for geography and geometry, which come with a feature"),
];

#[test]
fn metadata_has_each_element_and_attribute_of_the_schema() {
    let Some(schema) = published("edm.xsd") else { return };
    let text = std::fs::read_to_string(schema).expect("it is text");
    let schema = Schema::new(&text);
    let document = metadata();
    let tags: Vec<_> = document.split('<').filter_map(|rest| rest.split('>').next()).collect();
    let (mut elements, mut attributes) = (Vec::new(), Vec::new());
    for &(element, ty) in &schema.elements {
        let found = || tags.iter().filter(|tag| tag.trim_end_matches('/').split(' ').next() == Some(element));
        if found().next().is_none() {
            elements.push(element.to_owned());
            continue;
        }
        if OF_ANNOTATIONS.contains(&element) {
            continue;
        }
        for attribute in schema.attributes(ty) {
            if !found().any(|tag| tag.contains(&format!(" {attribute}=\""))) {
                attributes.push(format!("{element} {attribute}"));
            }
        }
    }
    elements.dedup();
    attributes.dedup();
    assert_eq!(elements, [""; 0]);
    assert_eq!(attributes, NO_ATTRIBUTES.map(|(attribute, _)| attribute));
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect("a literal")
}

fn person(name: &str) -> Person {
    Person { person: name.to_owned() }
}

fn note(number: i32) -> Note {
    Note { number, text: "fragile".to_owned(), device: Nav::absent(), author: Nav::new(Some(person("Ada"))) }
}

fn dynamic() -> DynamicProperties {
    let mut more = DynamicProperties::default();
    more.insert("maker", serde_json::json!({"name": "Ada", "since": [1, null]})).expect("a name");
    more
}

fn setting(name: &str) -> Setting {
    let changed = Some("2024-02-29T12:00:00.123Z".parse().expect("a literal"));
    Setting { setting: name.to_owned(), changed, more: dynamic() }
}

fn location(position: Option<i64>) -> Location {
    Location {
        spot: Spot { hall: "north".to_owned() },
        description: "below the stairs".to_owned(),
        position,
        room_id: Some(7),
        room: Nav::new(Some(Room { id: 7, devices: Nav::absent() })),
        guards: Nav::new(vec![person("Ada"), person("Ben")]),
        cleaner: Nav::new(person("Cem")),
        remarks: Nav::new(vec![note(2)]),
    }
}

/// A device without what belongs to it.
fn plain_device() -> Device {
    let id = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
    let mut device = Device::blank();
    device.thing =
        Thing { id: id.parse().expect("a literal"), code: "A-1".to_owned(), spot: Spot { hall: "a".to_owned() } };
    device.sku = Sku("B-2".to_owned());
    device
}

fn device() -> Device {
    Device {
        thing: plain_device().thing,
        label: Some("a camera \"here\"".to_owned()),
        enabled: false,
        byte: 255,
        signed_byte: Some(-128),
        short: Some(i16::MIN),
        priority: -5,
        long: Some(i64::MAX),
        single: Some(0.1),
        double: 1e300,
        price: decimal("12345678.90"),
        weight: Some(decimal("0.00000000001")),
        photo: Some(vec![0, 1, 255]),
        correlation: Some("00000000-0000-0000-0000-000000000001".parse().expect("a literal")),
        built: "-0044-03-15".parse().expect("a literal"),
        opens: Some("23:59:59".parse().expect("a literal")),
        seen: Some("2016-12-31T23:56:33.957-08:00".parse().expect("a literal")),
        worked: Some("P1DT2H3M4.5S".parse::<Duration>().expect("a literal")),
        manual: Some(Stream::from_text("<manual/>")),
        anything: Some(Untyped::from_json(r#"{"a":[1,"b",null]}"#).expect("JSON")),
        things: vec![Untyped::from_json("1").expect("JSON"), Untyped::from_json(r#"["x"]"#).expect("JSON")],
        colour: Colour::Red,
        colours: vec![Colour::Colour, Colour::Other(UnknownMember::new("Mauve"))],
        extras: Some(Flags::of(&[Extra::Battery, Extra::Radio])),
        sku: Sku("B-2".to_owned()),
        costs: Some(Money(decimal("-1.50"))),
        checked: vec![Instant("2024-02-29T12:00:00.123Z".parse().expect("a literal"))],
        level: Some(Level(3)),
        ratios: vec![Ratio(decimal("0.333"))],
        tags: vec!["ŝtato".to_owned(), String::new()],
        readings: vec![Some(1), None],
        location: location(Some(-1)),
        spare_location: Some(Box::new(location(None))),
        main_setting: Some(AnyOf::new(TextSetting { common: setting("zoom"), text: Some("far".to_owned()) })),
        settings: vec![AnyOf::new(NumberSetting { common: setting("shutter"), number: 250 })],
        measures: vec![Measure { value: decimal("2.5"), rounded: false }],
        room_id: 7,
        room: Nav::new(Box::new(Room { id: 7, devices: Nav::new(vec![AnyOf::new(plain_device())]) })),
        owner: Nav::new(person("Ada")),
        deputy: Nav::new(None),
        twin: Nav::new(Some(Box::new(plain_device()))),
        successor: Nav::new(AnyOf::new(plain_device())),
        predecessor: Nav::new(Some(AnyOf::new(plain_device()))),
        related: Nav::new(vec![AnyOf::new(plain_device())]),
        notes: Nav::new(vec![note(1), note(2)]),
        pinned: Nav::new(Some(Box::new(note(1)))),
        looks: 0,
    }
}

fn camera() -> Camera {
    let appliance = Appliance { device: device() };
    Camera { appliance, focal_length: Some(f64::INFINITY), lens_maker: Nav::new(Some(person("Dee"))), more: dynamic() }
}

#[test]
fn the_largest_value_is_read_as_it_was_written() {
    let model = Model::of::<Sink>().expect("no faults");
    let largest = model.types().iter().max_by_key(|descriptor| descriptor.len()).expect("a type");
    assert_eq!(largest.name(), Camera::DESCRIPTOR.name());

    let camera = camera();
    for version in [ODataVersion::V4_0, ODataVersion::V4_01] {
        let json = codec::to_vec_with(&camera, &WriteOptions::new().with_version(version).with_model(&model));
        assert_eq!(codec::from_slice::<Camera>(&json), Ok(camera.clone()), "{}", String::from_utf8_lossy(&json));
        // Each property of the type was in it.
        let members: Value = serde_json::from_slice(&json).expect("JSON");
        for (_, property) in Camera::DESCRIPTOR.properties() {
            assert!(members.get(property.name()).is_some(), "{} in {members}", property.name());
        }
    }
    let any = AnyOf::<Thing>::new(camera.clone());
    assert_eq!(codec::from_slice::<AnyOf<Thing>>(&codec::to_vec(&any)), Ok(any));
    let json = serde_json::to_vec(&camera).expect("it can be written");
    assert_eq!(serde_json::from_slice::<Camera>(&json).expect("it can be read"), camera);
}

#[test]
fn members_of_a_type_without_any_are_kept() {
    let member = |name: &str| Undecided::Other(UnknownMember::new(name));
    let decision = Decision { id: 1, last: Some(member("later")), all: vec![member("never"), member("later")] };
    let json = codec::to_vec(&decision);
    assert_eq!(
        String::from_utf8_lossy(&json),
        r##"{"@odata.type":"#sink.decision","id":1,"last":"later","all":["never","later"]}"##
    );
    assert_eq!(codec::from_slice(&json), Ok(decision));
}
