//! Dynamic properties: they keep their digits and their types, take the spelling of the document, and are merged.

use odata_core::{
    AnyOf, Delta, Diff, DynamicProperties, ErrorCode, Structured,
    codec::{self, ODataVersion, ReadOptions, UnknownTypes, WriteOptions},
    slot::DynamicValue,
    value::{Date, Decimal},
};
use odata_tests::{
    depot::{Place, Yard},
    workshop::{Machine, Thing},
};
use serde_json::json;

fn place(json: &str) -> Place {
    codec::from_slice_with(json.as_bytes(), &ReadOptions::client()).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn written(place: &Place, version: ODataVersion) -> String {
    let json = codec::to_vec_with(place, &WriteOptions::new().with_version(version));
    String::from_utf8(json).expect("JSON")
}

fn patched(stored: &Place, body: &str) -> Place {
    let mut place = stored.clone();
    Delta::<Place>::read_for(stored, body.as_bytes(), &ReadOptions::update())
        .and_then(|delta| delta.apply_to(&mut place))
        .unwrap_or_else(|error| panic!("{error}\n{body}"));
    place
}

const PLACE: &str = r##"{"@odata.type":"#depot.place","name":null,"code":null,"surveyed":5,"##;

#[test]
fn numbers_keep_the_digits_that_were_read() {
    let members = r##""exact@odata.type":"#Decimal","exact":12345678901234567890.10,"list":[1.50,{"deep":-0,"far":1E5}],"wide@odata.type":"#Int64","wide":9007199254740993}"##;
    let json = [PLACE, members].concat();
    let read = place(&json);
    assert_eq!(written(&read, ODataVersion::V4_0), json);
    let exact = read.more.find("exact").expect("it was read");
    assert_eq!((exact.type_name(), &*exact.json()), (Some("#Decimal"), "12345678901234567890.10"));
    assert_eq!(exact.json().parse::<Decimal>().expect("a decimal").as_str(), "12345678901234567890.10");
    assert_eq!(read.more.get("wide").and_then(serde_json::Value::as_i64), Some(9_007_199_254_740_993));
    assert_ne!(read, place(&json.replace("1.50", "1.5")), "1.50 has a digit more");
    assert_eq!(read, place(&json.replace(':', " : ").replace("# : ", "#")), "spaces make no difference");

    let patch = r#"{"exact":0.10,"list":[2.50]}"#;
    let delta = Delta::<Place>::from_slice(patch.as_bytes()).expect("changes");
    assert_eq!(delta.to_vec(), patch.as_bytes());
}

#[test]
fn values_bring_the_types_that_json_does_not_tell() {
    let mut more = DynamicProperties::new();
    more.insert("price", "19.90".parse::<Decimal>().expect("a decimal")).expect("the name of a property");
    more.insert("far", "1E999".parse::<Decimal>().expect("a decimal")).expect("the name of a property");
    more.insert("day", "2024-02-29".parse::<Date>().expect("a date")).expect("the name of a property");
    more.insert("count", DynamicValue::from(5).with_type("Edm.Int64")).expect("the name of a property");
    let place = Place { more, ..place("{}") };
    let members = |json: &str| json.split_once("5,").map(|(_, members)| members.to_owned());
    assert_eq!(
        members(&written(&place, ODataVersion::V4_0)).as_deref(),
        Some(
            r##""count@odata.type":"#Int64","count":5,"day@odata.type":"#Date","day":"2024-02-29","far@odata.type":"#Decimal","far":"1E999","price@odata.type":"#Decimal","price":19.90}"##
        )
    );
    assert_eq!(
        members(&written(&place, ODataVersion::V4_01)).as_deref(),
        Some(
            r#""count@type":"Int64","count":5,"day@type":"Date","day":"2024-02-29","far@type":"Decimal","far":"1E999","price@type":"Decimal","price":19.90}"#
        )
    );
}

#[test]
fn control_information_in_a_value_takes_the_spelling_of_the_document() {
    let new = r##"{"extra":{"@type":"#a.b","n@type":"Int64","n":1.50,"list":[{"@type":"#a.c","@my.term":1}]}}"##;
    let old = r##"{"extra":{"@odata.type":"#a.b","n@odata.type":"#Int64","n":1.50,"list":[{"@odata.type":"#a.c","@my.term":1}]}}"##;
    let read = [new, old].map(place);
    assert_eq!(read[0], read[1]);
    for place in read {
        for (version, json) in [(ODataVersion::V4_0, old), (ODataVersion::V4_01, new)] {
            let written = written(&place, version);
            assert!(written.ends_with(&json[1..]), "{written}");
        }
        let through_serde = serde_json::to_string(&place).expect("JSON");
        assert!(!through_serde.contains("\"@type\"") && through_serde.contains("n@odata.type"), "{through_serde}");
        assert!(place.more.get("extra").is_some_and(|extra| extra["@odata.type"] == "#a.b"));
    }
    let set = Place {
        more: DynamicProperties::try_from_iter([("x", json!({"@type": "#a.b"}))]).expect("a name"),
        ..place("{}")
    };
    assert!(written(&set, ODataVersion::V4_0).ends_with(r##""x":{"@odata.type":"#a.b"}}"##));
    let twice = r##"{"extra":{"@type":"#a.b","@odata.type":"#a.b"}}"##;
    assert!(codec::from_slice_with::<Place>(twice.as_bytes(), &ReadOptions::client()).is_err());
    assert!(
        serde_json::from_str::<Place>(r##"{"surveyed":1,"extra":{"@type":"#a.b","@odata.type":"#a.b"}}"##).is_err()
    );
}

#[test]
fn members_of_unknown_types_take_the_spelling_of_the_document() {
    let json = r##"{"@type":"#workshop.robot","id":"r","arm":{"@type":"#workshop.arm","n@type":"Int64","n":1},"note@mediaContentType":"application/json","note":{"@type":"kept"},"wide@type":"Int64","wide":1}"##;
    let robot: AnyOf<Thing> = codec::from_slice_with(json.as_bytes(), &ReadOptions::client()).expect("a robot");
    let old = String::from_utf8(codec::to_vec(&robot)).expect("JSON");
    for part in [
        r##""arm":{"@odata.type":"#workshop.arm","n@odata.type":"#Int64","n":1}"##,
        r##""wide@odata.type":"#Int64""##,
        r#""note":{"@type":"kept"}"#,
    ] {
        assert!(old.contains(part), "{old}");
    }
    let version = ODataVersion::V4_01;
    let new = codec::to_vec_with(&robot, &WriteOptions::new().with_version(version));
    let again: AnyOf<Thing> = codec::from_slice_with(&new, &ReadOptions::client()).expect("a robot");
    assert!(String::from_utf8_lossy(&new).contains(r##""arm":{"@type":"#workshop.arm","n@type":"Int64","n":1}"##));
    assert_eq!(codec::to_vec(&again), old.as_bytes());
}

#[test]
fn complex_values_are_merged_and_others_replaced() {
    let stored = place(
        r##"{"name":"n","home":{"@odata.type":"#a.address","city":"x","zip":1.50,"geo":{"a":1,"b":2}},"spot@odata.type":"#GeographyPoint",
        "spot":{"type":"Point","coordinates":[1,2]},"list":[{"a":1}]}"##,
    );
    let changed =
        patched(&stored, r#"{"home":{"city":"y","geo":{"b":null,"c":3}},"spot":{"type":"Point"},"list":[{}]}"#);
    assert_eq!(changed.name, stored.name);
    assert_eq!(
        changed.more.find("home").map(DynamicValue::json).as_deref(),
        Some(r##"{"@odata.type":"#a.address","city":"y","geo":{"a":1,"c":3},"zip":1.50}"##)
    );
    assert_eq!(
        changed.more.get("spot"),
        Some(&json!({"type": "Point"})),
        "it has a type of its own, so it is not complex"
    );
    assert_eq!(changed.more.get("list"), Some(&json!([{}])));
    let typed = patched(&stored, r##"{"home":{"@odata.type":"#a.house","city":"z"},"spot":null}"##);
    assert_eq!(
        typed.more.get("home"),
        Some(&json!({"@odata.type": "#a.house", "city": "z"})),
        "another type is another value"
    );
    assert_eq!(typed.more.get("spot"), None);
    let same = patched(&stored, r##"{"home":{"@odata.type":"#a.address","zip":2}}"##);
    assert_eq!(same.more.get("home").map(|home| (&home["city"], &home["zip"])), Some((&json!("x"), &json!(2))));
}

#[test]
fn the_difference_of_complex_values_is_what_differs_in_them() {
    let old =
        place(r##"{"home":{"@odata.type":"#a.address","city":"x","zip":1.50,"geo":{"a":1,"b":2}},"kept":{"a":1}}"##);
    let new = place(r##"{"home":{"@odata.type":"#a.address","zip":1.5,"geo":{"a":1}},"kept":{"a":1}}"##);
    let changes = old.diff(&new);
    assert_eq!(changes.changed().paths(), ["home"]);
    let body = changes.to_vec();
    assert_eq!(
        String::from_utf8_lossy(&body),
        r##"{"home":{"@odata.type":"#a.address","city":null,"geo":{"b":null},"zip":1.5}}"##
    );
    assert_eq!(patched(&old, &String::from_utf8_lossy(&body)), new);
    let mut applied = old.clone();
    changes.apply_to(&mut applied).expect("they fit");
    assert_eq!(applied, new);
    assert!(old.diff(&old.clone()).is_empty());
}

#[test]
fn what_is_no_name_of_a_property_is_refused() {
    let mut more = DynamicProperties::new();
    for name in ["", "@odata.type", "a@odata.type", "a@", "#my.operation", "a#b"] {
        let error = more.insert(name, 1).expect_err(name);
        assert_eq!((error.code(), error.target()), (ErrorCode::UNDECLARED_PROPERTY, Some(name)));
        assert!(DynamicProperties::try_from_iter([("a", 1), (name, 1)]).is_err(), "{name}");
    }
    assert!(more.is_empty());

    let mut place = place("{}");
    let value: &mut dyn Structured = &mut place;
    assert_eq!(value.insert_dynamic("name", 1).expect_err("declared").code(), ErrorCode::TYPE_MISMATCH);
    assert_eq!(value.insert_dynamic("", 1).expect_err("empty").code(), ErrorCode::UNDECLARED_PROPERTY);
    value.insert_dynamic("extra", 1).expect("a name that is free");
    assert_eq!(place.more.get("extra"), Some(&json!(1)));
    let mut machine: Machine = codec::from_slice_with(b"{}", &ReadOptions::client()).expect("a machine");
    let value: &mut dyn Structured = &mut machine;
    assert_eq!(value.insert_dynamic("extra", 1).expect_err("closed").code(), ErrorCode::UNDECLARED_PROPERTY);
}

#[test]
fn no_member_is_written_twice() {
    let mut place = place(r#"{"name":"n"}"#);
    place.more.insert("name", "dynamic").expect("the properties do not know their owner");
    for json in [written(&place, ODataVersion::V4_0), serde_json::to_string(&place).expect("JSON")] {
        assert_eq!(json.matches("\"name\"").count(), 1, "{json}");
        assert!(json.contains(r#""name":"n""#), "{json}");
    }
}

#[test]
fn a_member_without_a_name_is_not_kept() {
    let options = ReadOptions::client();
    let skipped: Place = codec::from_slice_with(br#"{"":1,"a":2}"#, &options).expect("it is skipped");
    assert_eq!(skipped.more.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a"]);
    let error = codec::from_slice::<Place>(br#"{"":1}"#).expect_err("it is nobody's");
    assert_eq!(error.code(), ErrorCode::UNDECLARED_PROPERTY);
}

#[test]
fn complex_values_are_merged_where_the_type_changes() {
    let read = |json: &str| -> AnyOf<Place> {
        let options = ReadOptions::client().with_unknown_types(UnknownTypes::Refuse);
        codec::from_slice_with(json.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}\n{json}"))
    };
    let depot = |place| odata_tests::depot::Depot {
        gate: place,
        ..codec::from_slice_with(b"{}", &ReadOptions::client()).expect("a depot")
    };
    let old = depot(read(r##"{"@odata.type":"#depot.place","home":{"a":1,"b":2}}"##));
    let new = depot(read(r##"{"@odata.type":"#depot.yard","home":{"a":1}}"##));
    let mut applied = old.clone();
    old.diff(&new).apply_to(&mut applied).expect("they fit");
    assert_eq!(applied, new);
    let body = old.diff(&new).to_vec();
    let mut applied = old.clone();
    Delta::<odata_tests::depot::Depot>::read_for(&old, &body, &ReadOptions::update())
        .and_then(|delta| delta.apply_to(&mut applied))
        .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&body)));
    assert_eq!(applied, new);
    assert!(applied.gate.is::<Yard>());
}
