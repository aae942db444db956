//! Laws of URLs: what is written is read back, and what is wrong has a position in the text.

use std::path::PathBuf;

use odata_core::{
    ErrorCode, Model, PropertyValue, StructuredType,
    prelude::*,
    uri::{Key, ResourcePath, Segment, UriError, literal, percent},
};
use odata_tests::arbitrary::{self, Choices, choices};
use proptest::prelude::*;

#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "Sales.Pattern")]
enum Pattern {
    Solid,
    Yellow,
    #[odata(unknown)]
    Other(UnknownMember),
}

/// A key of all types that a key can have.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "laws.all")]
struct All {
    #[odata(key)]
    text: String,
    #[odata(key)]
    boolean: bool,
    #[odata(key)]
    byte: u8,
    #[odata(key)]
    small: i8,
    #[odata(key)]
    int16: i16,
    #[odata(key)]
    int32: i32,
    #[odata(key)]
    int64: i64,
    #[odata(key)]
    decimal: Decimal,
    #[odata(key)]
    guid: Guid,
    #[odata(key)]
    date: Date,
    #[odata(key)]
    time: TimeOfDay,
    #[odata(key)]
    instant: DateTimeOffset,
    #[odata(key)]
    length: Duration,
    #[odata(key)]
    pattern: Pattern,
    #[odata(contains_target)]
    parts: Nav<Vec<Text>>,
    next: Nav<Option<Box<All>>>,
}

/// Makes an entity type with one key property of a type.
macro_rules! keyed {
    ($($name:ident: $ty:ty = $edm:literal, $laws:ident;)*) => { $(
        #[derive(ODataEntity, Clone, Debug, PartialEq)]
        #[odata(type = $edm)]
        struct $name {
            #[odata(key)]
            key: $ty,
        }

        proptest! {
            #[test]
            fn $laws(bytes in choices()) {
                let choices = &mut Choices::new(bytes);
                for _ in 0..8 {
                    has_a_url(&arbitrary::value::<$name>(choices))?;
                }
            }
        }
    )* };
}

keyed! {
    Text: String = "laws.text", keys_of_text_have_a_url;
    Boolean: bool = "laws.boolean", keys_of_boolean_have_a_url;
    Byte: u8 = "laws.byte", keys_of_byte_have_a_url;
    SByte: i8 = "laws.sbyte", keys_of_sbyte_have_a_url;
    Int16: i16 = "laws.int16", keys_of_int16_have_a_url;
    Int32: i32 = "laws.int32", keys_of_int32_have_a_url;
    Int64: i64 = "laws.int64", keys_of_int64_have_a_url;
    Number: Decimal = "laws.decimal", keys_of_decimal_have_a_url;
    Identity: Guid = "laws.guid", keys_of_guid_have_a_url;
    Day: Date = "laws.date", keys_of_date_have_a_url;
    Time: TimeOfDay = "laws.time", keys_of_time_have_a_url;
    Instant: DateTimeOffset = "laws.instant", keys_of_instant_have_a_url;
    Length: Duration = "laws.length", keys_of_length_have_a_url;
    Member: Pattern = "laws.member", keys_of_member_have_a_url;
}

#[derive(ODataContainer)]
#[odata(type = "laws.Container")]
struct Laws {
    #[odata(entity_set)]
    all: Vec<All>,
    #[odata(entity_set)]
    texts: Vec<Text>,
    #[odata(entity_set)]
    members: Vec<Member>,
    #[odata(singleton)]
    first: All,
}

fn model() -> Model {
    Model::of::<Laws>().expect("the model has no faults")
}

/// The key in both of its forms is the key.
fn has_a_url<T: StructuredType>(entity: &T) -> Result<(), TestCaseError> {
    let key = Key::of(entity);
    let predicate = key.to_string();
    prop_assert!(predicate.is_ascii() && !predicate.contains('/'), "{}", predicate);
    prop_assert_eq!(&Key::from_predicate(T::DESCRIPTOR, &predicate).expect("a predicate"), &key, "{}", predicate);
    let mut url = String::new();
    key.push_to(&mut url);
    let read = match url.strip_prefix('/') {
        Some(segment) => Key::from_segment(T::DESCRIPTOR, segment),
        None => Key::from_predicate(T::DESCRIPTOR, &url),
    };
    prop_assert_eq!(read.expect("a key"), key, "{}", url);
    Ok(())
}

/// The literal of a value, and its bare form, are read as the value.
fn is_read_back<T: PropertyValue>(value: &T) -> Result<(), TestCaseError> {
    let mut text = String::new();
    prop_assert!(literal::write(value.view(), &mut text));
    prop_assert!(text == "null" || literal::is_literal(&text), "{}", text);
    let mut slot = T::blank();
    prop_assert_eq!(literal::read(&mut slot, T::TYPE.edm, &text), Ok(()));
    prop_assert!(slot.same(value), "{} is read as {:?}", text, slot.view());
    let decoded = percent::encode(&text).into_owned();
    prop_assert_eq!(percent::decode(&decoded).expect("encoded"), text);

    let mut bare = String::new();
    if literal::write_value(value.view(), &mut bare) {
        let mut slot = T::blank();
        prop_assert_eq!(literal::read_value(&mut slot, T::TYPE.edm, &bare), Ok(()));
        prop_assert!(slot.same(value), "{} is read as {:?}", bare, slot.view());
    }
    Ok(())
}

/// Text with what URLs treat differently.
fn text() -> impl Strategy<Value = String> {
    "[a-c'/%$().,=; ?#+&@ä€𝄞\\\\\u{1}\u{7f}]{0,12}"
}

proptest! {
    #[test]
    fn literals_of_all_types_are_read_back(bytes in choices()) {
        let choices = &mut Choices::new(bytes);
        is_read_back::<bool>(&arbitrary::value(choices))?;
        is_read_back::<u8>(&arbitrary::value(choices))?;
        is_read_back::<i8>(&arbitrary::value(choices))?;
        is_read_back::<i16>(&arbitrary::value(choices))?;
        is_read_back::<i32>(&arbitrary::value(choices))?;
        is_read_back::<i64>(&arbitrary::value(choices))?;
        is_read_back::<f32>(&arbitrary::value(choices))?;
        is_read_back::<f64>(&arbitrary::value(choices))?;
        is_read_back::<Decimal>(&arbitrary::value(choices))?;
        is_read_back::<String>(&arbitrary::value(choices))?;
        is_read_back::<Vec<u8>>(&arbitrary::value(choices))?;
        is_read_back::<Guid>(&arbitrary::value(choices))?;
        is_read_back::<Date>(&arbitrary::value(choices))?;
        is_read_back::<TimeOfDay>(&arbitrary::value(choices))?;
        is_read_back::<DateTimeOffset>(&arbitrary::value(choices))?;
        is_read_back::<Duration>(&arbitrary::value(choices))?;
        is_read_back::<Pattern>(&arbitrary::value(choices))?;
        is_read_back::<Option<i32>>(&arbitrary::value(choices))?;
        is_read_back::<Option<Duration>>(&arbitrary::value(choices))?;
    }

    #[test]
    fn literals_of_any_text_bytes_and_number_are_read_back(
        text in text(), bytes: Vec<u8>, single: f32, double: f64, decimal in "-?[0-9]{1,30}(\\.[0-9]{1,30})?(E-?[0-9]{1,3})?",
    ) {
        is_read_back(&text)?;
        is_read_back(&bytes)?;
        if !single.is_nan() { is_read_back(&single)?; }
        if !double.is_nan() { is_read_back(&double)?; }
        is_read_back(&Decimal::parse(&decimal).expect("a number"))?;
    }

    #[test]
    fn keys_of_any_text_have_a_url(text in text()) {
        has_a_url(&Text { key: text.clone() })?;
        has_a_url(&Member { key: Pattern::Other(UnknownMember::new(text)) })?;
    }

    #[test]
    fn keys_of_all_types_have_a_url(bytes in choices(), text in text()) {
        let mut entity = arbitrary::value::<All>(&mut Choices::new(bytes));
        entity.text = text;
        has_a_url(&entity)?;
        prop_assert_eq!(AnyOf::<All>::new(entity.clone()).key(), entity.key());
    }

    #[test]
    fn paths_are_read_back(bytes in choices(), text in text(), choice in 0..6_usize) {
        let all = arbitrary::value::<All>(&mut Choices::new(bytes)).key();
        let text = Text { key: text }.key();
        let mut segment = String::new();
        text.push_to(&mut segment);
        let path = [
            format!("all{all}/parts{segment}/key/$value"),
            format!("/all{all}/laws.all/next/parts{text}/$ref"),
            format!("texts{segment}/"),
            "first/parts/laws.text/$count".to_owned(),
            format!("first/parts{text}"),
            format!("%61ll{all}/next/next/boolean/$value"),
        ][choice].clone();
        let model = model();
        let read = ResourcePath::parse(&model, &path).expect(&path);
        let written = read.to_string();
        prop_assert!(written.is_ascii(), "{}", written);
        let again = ResourcePath::parse(&model, &written).expect(&written);
        prop_assert_eq!(again.to_string(), written);
        prop_assert_eq!(again.segments().len(), read.segments().len());
        // The segments stand one after the other.
        let mut end = 0;
        for range in read.segments().iter().map(Segment::range) {
            prop_assert!(range.start >= end && range.end > range.start && path.get(range.clone()).is_some(), "{}", path);
            end = range.end;
        }
    }

    #[test]
    fn faults_are_in_the_text(
        path in "(all|texts|members|first|[a-z$%'/(]{0,3})[/(](text|parts|%[0-9a-f]{2}|['(),=$./a-c%ä€]{0,3}|1){0,4}[/)]?",
    ) {
        if let Err(error) = ResourcePath::parse(&model(), &path) {
            prop_assert!(path.get(error.offset()..).is_some(), "{:?} in {}", error, path);
            prop_assert!((400..=501).contains(&error.code().status()), "{:?}", error);
        }
    }
}

#[test]
fn faults_of_paths_have_position_code_and_what_is_possible() {
    let model = model();
    let fails = |path: &str, status: u16, offset: usize, found: &str, possible: &[&str]| {
        let error = ResourcePath::parse(&model, path).expect_err(path);
        assert_eq!((error.code().status(), error.offset(), error.found()), (status, offset, found), "{path}: {error}");
        assert_eq!(error.possible(), possible, "{path}");
        error
    };
    let sets = ["all", "texts", "members", "first"];
    fails("al", 404, 0, "al", &sets);
    fails("/al(1)", 404, 1, "al", &sets);
    fails("texts/x/kee", 404, 8, "kee", &["key"]);
    fails("texts/%C3%A4/kee", 404, 13, "kee", &["key"]);
    fails("texts()", 400, 5, "()", &[]);
    fails("texts('x", 400, 5, "('x", &[]);
    fails("texts(%C3%A4)", 400, 6, "ä", &[]);
    fails("texts(key=%27a%27b)", 400, 17, "b", &[]);
    fails("texts(kee='x')", 400, 6, "kee", &["key"]);
    fails("texts('x',key='y')", 400, 6, "'x',key='y'", &["key"]);
    fails("texts(5)", 404, 6, "5", &[]);
    fails("texts(@p)", 501, 6, "@p", &[]);
    fails("texts/%zz", 400, 6, "%zz", &[]);
    fails("texts/x/%ff", 400, 8, "%ff", &[]);
    fails("texts/$filter(true)", 501, 6, "$filter(true)", &[]);
    fails("texts/laws.member", 404, 6, "laws.member", &[]);
    fails("first('x')", 404, 6, "'x'", &[]);
    fails("first/next('x')", 404, 11, "'x'", &[]);
    fails("all/x", 404, 4, "x", &[]);
    fails("members/Solid/key/x", 404, 18, "x", &[]);
    fails("$metadata/x", 404, 10, "x", &[]);
    fails("$batch", 501, 0, "$batch", &[]);
    let error = fails("ä/b", 404, 0, "ä", &sets);
    assert_eq!(
        error.to_string(),
        "there is no entity set or singleton `ä` (character 1 of the path); possible are `all`, `texts`, `members`, `first`"
    );
}

#[test]
fn the_canonical_form_of_a_key_is_that_of_its_values() {
    let canonical = |key: Result<Key, UriError>| key.map(|key| key.canonical().into_owned());
    for (key, expected) in [
        (Key::from_predicate(Text::DESCRIPTOR, "(key=%27O%27%27Neil%2F%27)"), "O'Neil/"),
        (Key::from_segment(Text::DESCRIPTOR, "O'Neil%2F"), "O'Neil/"),
        (Key::from_segment(Int32::DESCRIPTOR, "%2B07"), "7"),
        (Key::from_segment(Boolean::DESCRIPTOR, "TRUE"), "true"),
        (Key::from_segment(Length::DESCRIPTOR, "PT90S"), "PT1M30S"),
        (Key::from_predicate(Length::DESCRIPTOR, "('PT90S')"), "PT1M30S"),
        (
            Key::from_segment(Identity::DESCRIPTOR, "87D349ED-44D7-43E1-9A83-5F2406DEE5BD"),
            "87d349ed-44d7-43e1-9a83-5f2406dee5bd",
        ),
        (Key::from_segment(Member::DESCRIPTOR, "solid"), "solid"),
        (Key::from_predicate(Member::DESCRIPTOR, "(Sales.Pattern'0')"), "solid"),
        // These types keep what was written.
        (Key::from_predicate(Number::DESCRIPTOR, "(12.50)"), "12.50"),
        (Key::from_predicate(Number::DESCRIPTOR, "(12.5)"), "12.5"),
        (Key::from_segment(Instant::DESCRIPTOR, "2024-02-29T12:00+02:00"), "2024-02-29T12:00+02:00"),
        (Key::from_segment(Time::DESCRIPTOR, "12:30"), "12:30"),
    ] {
        assert_eq!(canonical(key).as_deref(), Ok(expected));
    }
    let key = All::blank().key();
    let named = key.canonical().into_owned();
    assert!(named.starts_with("text='',boolean=false,byte=0,"), "{named}");
    assert_eq!(key.values().count(), 14);
}

/// The file of the published cases, where it is at hand.
fn cases() -> Option<serde_json::Value> {
    let folder = std::env::var_os("ODATA_REFERENCE_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference"), PathBuf::from);
    let file = folder.join("oasis/odata-abnf-cases.json");
    if file.exists() {
        let text = std::fs::read(&file).expect("the file can be read");
        return Some(serde_json::from_slice(&text).expect("the file is JSON"));
    }
    let required = std::env::var_os("ODATA_REFERENCE").is_some_and(|value| value == "required");
    assert!(!required, "{} is missing", file.display());
    eprintln!("left out: {} is not there", file.display());
    None
}

#[test]
fn published_cases_of_primitive_literals_hold() {
    fn read<T: PropertyValue>(text: &str) -> Result<(), UriError> {
        let text = percent::decode(text)?;
        literal::read(&mut T::blank(), T::TYPE.edm, &text)
    }
    fn value<T: PropertyValue>(text: &str) -> Result<(), UriError> {
        literal::read_value(&mut T::blank(), T::TYPE.edm, text)
    }
    let Some(cases) = cases() else { return };
    let mut number = 0;
    for case in cases["cases"].as_array().expect("a list") {
        let text = |member: &str| case[member].as_str().unwrap_or_default();
        let input = text("Input");
        let result = match text("Rule") {
            "binaryLiteral" => read::<Vec<u8>>(input),
            "boolean" => read::<bool>(input),
            "date" | "dateValue" => value::<Date>(input),
            "dateTimeOffsetValue" => value::<DateTimeOffset>(input),
            "decimalLiteral" => read::<Decimal>(input),
            // These three are decimals of a scale that `Decimal` does not have.
            "decimalValue" if !matches!(input, "INF" | "-INF" | "NaN") => value::<Decimal>(input),
            "decimalValue" | "doubleValue" => value::<f64>(input),
            "doubleLiteral" => read::<f64>(input),
            "durationLiteral" => read::<Duration>(input),
            "durationValue" => value::<Duration>(input),
            "enumLiteral" => read::<Pattern>(input),
            "guid" => read::<Guid>(input),
            "int16Value" => value::<i16>(input),
            "int32Value" => value::<i32>(input),
            "null" => read::<Option<i32>>(input),
            "primitiveLiteral" | "stringLiteral" => read::<String>(input),
            "sbyteLiteral" => read::<i8>(input),
            "sbyteValue" => value::<i8>(input),
            "singleValue" => value::<f32>(input),
            "timeOfDayLiteral" => read::<TimeOfDay>(input),
            _ => continue,
        };
        number += 1;
        match (result, case["FailAt"].as_u64()) {
            (Ok(()), None) => {}
            // The grammar allows numbers that the type does not have.
            (Err(error), None) => assert_eq!(error.code(), ErrorCode::OUT_OF_RANGE, "{case}: {error}"),
            (Err(error), Some(at)) => assert!(error.offset() as u64 <= at, "{case}: {error}"),
            (Ok(()), Some(_)) => panic!("{case} is read"),
        }
    }
    assert!(number > 30, "{number} cases");
}
