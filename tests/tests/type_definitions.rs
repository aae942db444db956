//! Type definitions: newtypes around primitive values, whose facets hold wherever they are used.

use odata_core::{
    Delta, Diff as _, ErrorCode, Model, ODataContainer, ODataEntity, ODataEnum, ODataTypeDefinition,
    PropertyValue as _, Slot as _, StructuredType as _,
    codec::{self, ReadOptions},
    csdl,
    edm::{ModelSnapshot, Registry, TypeDefinition},
    uri::{EntityKey as _, Key, literal},
    value::{DateTimeOffset, Decimal, Stream},
};

/// Stock number.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq, Eq, Hash)]
#[odata(type = "definitions.sku", max_length = 4, unicode = false)]
struct Sku(String);

#[derive(ODataTypeDefinition, Clone, Copy, Debug, PartialEq)]
#[odata(type = "definitions.level")]
struct Level(u8);

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "definitions.money", scale = 2)]
struct Money(Decimal);

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "definitions.instant", precision = 3)]
struct Instant(DateTimeOffset);

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "definitions.digest", max_length = 2)]
struct Digest(Vec<u8>);

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "definitions.manual", max_length = 3)]
struct Manual(Stream);

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "definitions.spare")]
struct Spare(f64);

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "definitions.product")]
struct Product {
    #[odata(key)]
    sku: Sku,
    others: Vec<Sku>,
    level: Option<Level>,
    levels: Vec<Level>,
    #[odata(precision = 5, default = 1.50)]
    price: Money,
    made: Option<Instant>,
    digest: Option<Digest>,
    manual: Option<Manual>,
}

/// A type that nothing names.
#[expect(dead_code, reason = "that nothing names it is the point")]
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "definitions.loose")]
enum Loose {
    One,
}

/// All that is registered in the namespace.
#[derive(ODataContainer)]
#[odata(type = "definitions.Everything", all_of("definitions"))]
struct Everything {
    #[odata(entity_set)]
    products: Vec<Product>,
}

#[derive(ODataContainer)]
#[odata(type = "definitions.Container", types(Spare))]
struct Container {
    #[odata(entity_set)]
    products: Vec<Product>,
}

fn product() -> Product {
    Product {
        sku: Sku("a1".to_owned()),
        others: vec![Sku("b2".to_owned())],
        level: Some(Level(3)),
        levels: vec![Level(1), Level(2)],
        price: Money("1.50".parse().expect("a number")),
        made: None,
        digest: Some(Digest(vec![1, 2])),
        manual: Some(Manual(Stream::from_text("abc"))),
    }
}

const JSON: &str = r##"{"@odata.type":"#definitions.product","sku":"a1","others":["b2"],"level":3,"levels":[1,2],"price":1.50,"made":null,"digest":"AQI","manual@odata.mediaContentType":"text/plain","manual":"abc"}"##;

#[test]
fn values_are_those_of_the_underlying_type() {
    assert_eq!(String::from_utf8(codec::to_vec(&product())).expect("JSON is UTF-8"), JSON);
    assert_eq!(codec::from_slice::<Product>(JSON.as_bytes()).expect("it is read"), product());
    let json = serde_json::to_value(product()).expect("it is written");
    assert_eq!(serde_json::from_value::<Product>(json).expect("it is read"), product());
    assert_eq!(serde_json::to_string(&Sku("a".to_owned())).expect("it is written"), r#""a""#);
}

#[test]
fn facets_of_the_definition_hold_in_requests() {
    let fault = |body: &str| {
        let error = codec::from_slice_with::<Product>(body.as_bytes(), &ReadOptions::insert()).expect_err(body);
        let delta = Delta::<Product>::read_for(&product(), body.as_bytes(), &ReadOptions::update());
        let in_update = delta.map(drop).map_err(|error| error.code());
        assert_eq!(error.details().len(), 0, "{error}");
        (error.code(), error.message().to_owned(), in_update)
    };
    let too_long = |message: &str| (ErrorCode::TOO_LONG, message.to_owned(), Err(ErrorCode::TOO_LONG));
    let out_of_range = |message: &str| (ErrorCode::OUT_OF_RANGE, message.to_owned(), Err(ErrorCode::OUT_OF_RANGE));
    let with = |member: &str| format!(r#"{{"sku":"a","others":[],"levels":[],{member}}}"#);
    assert_eq!(fault(r#"{"sku":"a","others":["abcde"],"levels":[]}"#), too_long("`others` can be at most 4 long"));
    assert_eq!(fault(&with(r#""digest":"AQID""#)), too_long("`digest` can be at most 2 long"));
    assert_eq!(
        fault(&with(r#""manual@odata.mediaContentType":"text/plain","manual":"abcd""#)),
        too_long("`manual` can be at most 3 long")
    );
    assert_eq!(
        fault(&with(r#""price":1.005"#)),
        out_of_range("`price` can have at most 2 digits after the decimal point")
    );
    // The precision of the property and the scale of the definition leave three digits before the point.
    assert_eq!(
        fault(&with(r#""price":1000"#)),
        out_of_range("`price` can have at most 3 digits before the decimal point")
    );
    assert_eq!(
        fault(&with(r#""made":"2026-01-31T07:59:59.0001Z""#)),
        out_of_range("`made` can have at most 3 digits of a fraction of a second")
    );
    assert_eq!(fault(&with(r#""level":300"#)), out_of_range("the number is out of the range of `definitions.level`"));
}

#[test]
fn changes_keys_and_literals_are_those_of_the_underlying_type() {
    let (old, mut new) = (product(), product());
    new.level = Some(Level(4));
    new.others.clear();
    let patch = old.diff(&new).to_vec();
    assert_eq!(String::from_utf8_lossy(&patch), r#"{"others":[],"level":4}"#);
    let mut patched = old;
    let delta = Delta::<Product>::read_for(&patched, &patch, &ReadOptions::update()).expect("it fits");
    delta.apply_to(&mut patched).expect("it applies");
    assert_eq!(patched, new);

    assert_eq!(new.key().to_string(), "('a1')");
    assert_eq!(Key::from_predicate(Product::DESCRIPTOR, "('a1')").ok(), Some(new.key()));
    let mut sku = Sku(String::new());
    literal::read(&mut sku, Sku::TYPE.edm_type(), "'O''Neil'").expect("a literal");
    let mut text = String::new();
    assert!(literal::write(sku.view(), &mut text));
    assert_eq!((sku.0.as_str(), text.as_str()), ("O'Neil", "'O''Neil'"));
}

#[test]
fn types_of_properties_are_named_after_the_definition() {
    let others = Product::DESCRIPTOR.property(1).expect("it has properties");
    assert_eq!(others.ty().name(), "Collection(definitions.sku)");
    assert_eq!(others.ty().definition().map(TypeDefinition::rust_name), Some("Sku"));
    assert_eq!(others.max_length(), Some(4));
    let found = Registry::global().definitions().iter().filter(|found| found.name() == "definitions.sku");
    assert!(found.map(|found| (found.unicode(), found.description())).eq([(Some(false), Some("Stock number."))]));
}

#[test]
fn all_of_a_namespace_has_enumeration_types_and_type_definitions() {
    let model = Model::of::<Everything>().expect("the model has no faults");
    assert!(model.definitions().iter().any(|definition| definition.rust_name() == "Spare"));
    assert!(model.enums().iter().any(|descriptor| descriptor.rust_name() == "Loose"));
    assert!(Model::of::<Container>().expect("the model has no faults").enums().is_empty());
}

#[test]
fn text_without_unicode_is_ascii() {
    let body = r#"{"sku":"ä","others":[],"levels":[]}"#;
    let error =
        codec::from_slice_with::<Product>(body.as_bytes(), &ReadOptions::insert()).expect_err("it is beyond ASCII");
    assert_eq!(error.target(), Some("sku"));
    assert!(!Product::DESCRIPTOR.property(0).expect("it has properties").is_unicode());
}

#[test]
fn metadata_has_facets_where_they_are_declared() {
    let model = Model::of::<Container>().expect("the model has no faults");
    let names: Vec<_> = model.definitions().iter().map(|definition| definition.rust_name()).collect();
    assert_eq!(names, ["Digest", "Instant", "Level", "Manual", "Money", "Sku", "Spare"]);
    let xml = csdl::to_xml(&model);
    for part in [
        r#"<TypeDefinition Name="sku" UnderlyingType="Edm.String" MaxLength="4" Unicode="false">"#,
        r#"<TypeDefinition Name="money" UnderlyingType="Edm.Decimal" Scale="2"/>"#,
        r#"<TypeDefinition Name="instant" UnderlyingType="Edm.DateTimeOffset" Precision="3"/>"#,
        r#"<TypeDefinition Name="spare" UnderlyingType="Edm.Double"/>"#,
        r#"<Property Name="sku" Type="definitions.sku" Nullable="false"/>"#,
        r#"<Property Name="others" Type="Collection(definitions.sku)" Nullable="false"/>"#,
        r#"<Property Name="price" Type="definitions.money" Nullable="false" Precision="5" DefaultValue="1.50"/>"#,
        r#"<Property Name="made" Type="definitions.instant"/>"#,
    ] {
        assert!(xml.contains(part), "{part}: {xml}");
    }
}

#[test]
fn a_definition_is_not_what_is_stored() {
    let snapshot = ModelSnapshot::new(&Model::of::<Container>().expect("the model has no faults"));
    let json = snapshot.to_json();
    assert_eq!(ModelSnapshot::from_json(&json).expect("it is a snapshot"), snapshot);
    let changes = |from: &str, to: &str| -> Vec<String> {
        let old = ModelSnapshot::from_json(&json.replace(from, to)).expect("it is a snapshot");
        old.differences(&snapshot).iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        changes(r#""$Type":"definitions.level""#, r#""$Type":"Edm.Byte""#),
        [
            "definitions.product/level: the type definition is now `definitions.level`; nothing is lost",
            "definitions.product/levels: the type definition is now `definitions.level`; nothing is lost",
        ]
    );
    // The facets of the definition are those of the properties.
    assert_eq!(
        changes(r#""$MaxLength":4"#, r#""$MaxLength":5"#),
        [
            "definitions.product/others: `MaxLength` is now only 4; larger values stay, but writes no longer accept them",
            "definitions.product/sku: `MaxLength` is now only 4; larger values stay, but writes no longer accept them",
        ]
    );
}
