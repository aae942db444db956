//! Values of derived types that the model does not know: a client keeps them, and nothing of them is lost.

use odata_core::{
    AnyOf, Delta, Diff, ErrorCode, Nav, PropertySet, PropertyValue, RawDelta, StructuredType,
    codec::{self, ODataVersion, ReadOptions, UnknownTypes, WriteOptions},
    slot::{RawValue, Unknown},
};
use odata_tests::{
    depot::{Depot, Place},
    workshop::{Machine, NumberSetting, Setting, Size, Thing, Truck},
};

const ROBOT: &str = r##"{"@odata.type":"#workshop.robot","id":"r","serialNumber":7,"arms":[{"@odata.type":"#workshop.arm","length":1.50}],"mass":12345678901234567890.10,"name":null}"##;

fn read<T: PropertyValue>(json: &str) -> T {
    codec::from_slice_with(json.as_bytes(), &ReadOptions::client()).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn written<T: PropertyValue>(value: &T) -> String {
    String::from_utf8(codec::to_vec(value)).expect("JSON")
}

fn unknown<B>(value: &AnyOf<B>) -> &Unknown {
    value.unknown().expect("its type is not known")
}

#[test]
fn the_known_part_the_name_and_the_other_members_are_kept() {
    let robot: AnyOf<Thing> = read(ROBOT);
    assert_eq!((&*robot.id, robot.serial_number), ("r", Some(7)), "it is what the declared type knows of it");
    assert_eq!(robot.descriptor(), Thing::DESCRIPTOR);
    assert_eq!(unknown(&robot).type_name(), "workshop.robot");
    let members: Vec<_> = unknown(&robot).members().map(|(name, value)| (name, value.json())).collect();
    let arms = r##"[{"@odata.type":"#workshop.arm","length":1.50}]"##;
    assert_eq!(members, [("arms", arms), ("mass", "12345678901234567890.10"), ("name", "null")]);
    assert_eq!(written(&robot), ROBOT, "all digits are kept");
}

#[test]
fn it_is_no_value_of_a_known_type() {
    let mut robot: AnyOf<Thing> = read(ROBOT);
    assert!(!robot.is::<Thing>() && !robot.is::<Machine>());
    assert!(robot.downcast_ref::<Thing>().is_none() && robot.downcast_mut::<Thing>().is_none());
    let mut robot = robot.downcast::<Thing>().expect_err("it is a robot");
    robot.serial_number = Some(8);
    assert_eq!(unknown(&robot).known().part::<Thing>().and_then(|thing| thing.serial_number), Some(8));
    assert!(AnyOf::<Thing>::from_structured(robot.into_structured()).is_ok());

    let machine = AnyOf::<Machine>::new(read::<AnyOf<Machine>>("{}").downcast::<Machine>().expect("a machine"));
    assert!(machine.unknown().is_none());
}

#[test]
fn it_is_kept_wherever_derived_types_are_accepted() {
    let machine = r##"{"owner":"o","settings":[{"name":"a","@odata.type":"#workshop.toggle","on":true},
        {"@odata.type":"#workshop.numberSetting","name":"b","number":1},{"on":false,"@odata.type":"#workshop.toggle"}],
        "mainSetting":{"@odata.type":"https://host/$metadata#workshop.toggle","on":null},
        "parts":[{"@odata.type":"#workshop.robot","id":"r","arms":2}]}"##;
    let machine: Machine = read(machine);
    let names: Vec<_> = machine.settings.iter().map(|setting| setting.as_structured().type_name()).collect();
    assert_eq!(names, ["workshop.toggle", "workshop.numberSetting", "workshop.toggle"]);
    assert!(machine.settings[1].is::<NumberSetting>());
    assert_eq!(machine.settings[0].name, "a");
    assert_eq!(
        machine.main_setting.as_ref().map(written),
        Some(r##"{"@odata.type":"#workshop.toggle","name":"","on":null}"##.into())
    );
    let parts = machine.parts.get().expect("expanded");
    assert_eq!(unknown(&parts[0]).get("arms").map(RawValue::json), Some("2"));

    let robots: Nav<Option<AnyOf<Thing>>> = read(ROBOT);
    assert_eq!(written(&robots), ROBOT);
    let robots: Vec<Option<Box<AnyOf<Thing>>>> = read(&format!("[{ROBOT},null]"));
    assert_eq!(written(&robots), format!("[{ROBOT},null]"));
    let robot =
        codec::read_structured(Thing::DESCRIPTOR, true, ROBOT.as_bytes(), &ReadOptions::client()).expect("kept");
    assert_eq!(robot.type_name(), "workshop.robot");
}

#[test]
fn what_says_something_of_its_members_is_kept() {
    let json = r##"{"@type":"#workshop.robot","id":"r","photo@mediaContentType":"image/png","photo":"AQID",
        "weight":5,"weight@type":"#Int64","gone@type":"#Int64","@etag":"x","photo@mediaEtag":"y","#workshop.stop":{}}"##;
    let robot: AnyOf<Thing> = read(json);
    let members: Vec<_> =
        unknown(&robot).members().map(|(name, value)| (name, value.type_name(), value.media_type())).collect();
    assert_eq!(members, [("photo", None, Some("image/png")), ("weight", Some("#Int64"), None)]);
    assert_eq!(
        written(&robot),
        r##"{"@odata.type":"#workshop.robot","id":"r","serialNumber":null,"photo@odata.mediaContentType":"image/png","photo":"AQID","weight@odata.type":"#Int64","weight":5}"##
    );
    let options = WriteOptions::new().with_version(ODataVersion::V4_01);
    let json = codec::to_vec_with(&robot, &options);
    assert!(String::from_utf8_lossy(&json).starts_with(r##"{"@type":"#workshop.robot","##));
    assert!(String::from_utf8_lossy(&json).contains(r#""photo@mediaContentType":"image/png""#));
    let again: AnyOf<Thing> = codec::from_slice_with(&json, &ReadOptions::client()).expect("as it was written");
    assert_eq!(again, robot);
}

#[test]
fn values_are_equal_if_name_known_part_and_members_are() {
    let robot: AnyOf<Thing> = read(ROBOT);
    let equal = r##"{"mass": 12345678901234567890.10, "serialNumber":7, "arms":[ {"length":1.50, "@odata.type":"#workshop.arm"} ],
        "id":"\u0072", "@odata.type":"#workshop.robot"}"##;
    assert_eq!(robot, read(equal), "null is the same as nothing");
    for (from, to) in [("robot", "drone"), ("\"r\"", "\"s\""), ("1.50", "1.5"), ("mass", "bulk"), ("null", "0")] {
        assert_ne!(robot, read(&ROBOT.replacen(from, to, 1)), "{from} {to}");
    }
    assert_ne!(read::<AnyOf<Place>>(r##"{"@odata.type":"#depot.attic"}"##), read::<AnyOf<Place>>("{}"));
    assert!(format!("{robot:?}").contains("workshop.robot"), "{robot:?}");
}

#[test]
fn changes_hold_what_differs_alone() {
    let old: AnyOf<Thing> = read(ROBOT);
    let mut new = old.clone();
    new.serial_number = Some(9);
    let robot = new.unknown_mut().expect("a robot");
    robot.insert("mass", RawValue::from_json("1e5").expect("JSON")).expect("a thing has none");
    robot.remove("arms").expect("it was there");
    robot.insert("hands", serde_json::json!({"left": 1}).into()).expect("a thing has none");
    let changes = old.diff(&new).expect("two robots");
    assert_eq!(String::from_utf8_lossy(&changes.to_vec()), r#"{"arms":null,"hands":{"left":1},"mass":1e5}"#);
    assert_eq!(changes.changed().paths(), ["arms", "hands", "mass"]);

    let mut applied = old.clone();
    changes.apply_to(applied.as_structured_mut()).expect("they fit");
    let mut expected = new.clone();
    expected.serial_number = Some(7);
    assert_eq!(applied, expected, "the serial number is immutable");

    // What is stored is such a value, so its members are not faults.
    let options = ReadOptions::update();
    let delta = Delta::<AnyOf<Thing>>::read_for(&old, &changes.to_vec(), &options).expect("written by us");
    assert_eq!(delta.as_raw().unknown().count(), 3);
    assert_eq!(delta.to_vec(), changes.to_vec());
    let mut applied = old.clone();
    delta.apply_to(&mut applied).expect("they fit");
    assert_eq!(applied, expected);
    assert!(old.diff(&old.clone()).expect("two robots").is_empty());
}

#[test]
fn a_nested_value_names_its_type_in_a_patch() {
    let old: Machine = read(r##"{"mainSetting":{"@odata.type":"#workshop.toggle","name":"n","on":true}}"##);
    let mut new = old.clone();
    let setting = new.main_setting.as_mut().and_then(AnyOf::unknown_mut).expect("a toggle");
    setting.insert("on", RawValue::from_json("false").expect("JSON")).expect("a setting has none");
    let changes = old.diff(&new);
    let body = r##"{"mainSetting":{"@odata.type":"#workshop.toggle","on":false}}"##;
    assert_eq!(String::from_utf8_lossy(&changes.to_vec()), body);
    assert_eq!(changes.changed().paths(), ["mainSetting/on"]);
    let options = ReadOptions::update().with_unknown_types(UnknownTypes::Keep);
    for body in [body, r#"{"mainSetting":{"on":false}}"#] {
        let mut applied = old.clone();
        let delta = Delta::<Machine>::read_for(&old, body.as_bytes(), &options).expect(body);
        delta.apply_to(&mut applied).expect("they fit");
        assert_eq!(applied, new);
    }
}

#[test]
fn a_value_that_becomes_known_replaces_one_that_is_not() {
    let old: Depot = read(r##"{"gate":{"@odata.type":"#depot.attic","name":"n","beams":4}}"##);
    let new = Depot { gate: read(r#"{"name":"m"}"#), ..old.clone() };
    let body = old.diff(&new).to_vec();
    let json = r##"{"gate":{"@odata.type":"#depot.place","name":"m","code":null,"beams":null}}"##;
    assert_eq!(String::from_utf8_lossy(&body), json, "it says that it is a place now");
    let mut applied = old.clone();
    Delta::<Depot>::read_for(&old, &body, &ReadOptions::update())
        .expect("a place")
        .apply_to(&mut applied)
        .expect("fits");
    assert_eq!(applied, new);

    let mut applied = new.clone();
    new.diff(&old).apply_to(&mut applied).expect("and back");
    assert_eq!(applied, old);
}

#[test]
fn changes_of_another_type_are_refused() {
    let robot: AnyOf<Thing> = read(ROBOT);
    let drone: AnyOf<Thing> = read(&ROBOT.replace("robot", "drone"));
    let error = robot.diff(&drone).expect_err("two types");
    assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH);
    assert!(error.message().contains("workshop.robot") && error.message().contains("workshop.drone"), "{error}");

    let body = br#"{"arms":1}"#;
    let delta = RawDelta::read(robot.as_structured(), body, &ReadOptions::update()).expect("changes of a robot");
    let truck: AnyOf<Thing> = AnyOf::new(read::<Truck>("{}"));
    for other in [drone, truck] {
        let mut applied = other.clone();
        let error = delta.clone().apply_to(applied.as_structured_mut()).expect_err("not a robot");
        assert_eq!((error.code(), &applied), (ErrorCode::TYPE_MISMATCH, &other));
    }
    for (body, code) in [
        (r##"{"@odata.type":"#workshop.robot","arms":1}"##, None),
        (r##"{"@odata.type":"#workshop.thing","arms":1}"##, None),
        (r##"{"@odata.type":"#workshop.drone","arms":1}"##, Some(ErrorCode::UNKNOWN_TYPE)),
        (r##"{"@odata.type":"#workshop.truck","arms":1}"##, Some(ErrorCode::TYPE_MISMATCH)),
        (r#"{"arms":1,"arms":2}"#, Some(ErrorCode::DUPLICATE_MEMBER)),
        (r##"{"arms@odata.type":"#Byte","arms@type":"#Byte"}"##, Some(ErrorCode::DUPLICATE_MEMBER)),
    ] {
        let read = RawDelta::read(robot.as_structured(), body.as_bytes(), &ReadOptions::update());
        assert_eq!(read.err().map(|error| error.code()), code, "{body}");
    }
}

#[test]
fn a_new_value_fits_only_where_its_declared_type_is() {
    let body = br##"{"load":{"@odata.type":"#depot.jar","volume":1}}"##;
    let options = ReadOptions::update().with_unknown_types(UnknownTypes::Keep);
    let shelf = r##"{"@odata.type":"#depot.shelf","kind":"k"}"##;
    let stored = read::<AnyOf<Place>>(shelf);
    let detached = RawDelta::read_detached(stored.descriptor(), body, &options).expect("a jar may be a load");
    let mut applied = stored.clone();
    let error = detached.clone().apply_to(applied.as_structured_mut()).expect_err("a load has a weight");
    assert_eq!((error.code(), error.target()), (ErrorCode::MISSING_PROPERTY, Some("load/weight")));
    assert_eq!(applied, stored);

    let mut applied = read::<AnyOf<Place>>(
        r##"{"@odata.type":"#depot.shelf","kind":"k","load":{"@odata.type":"#depot.glass","weight":2,"thickness":3}}"##,
    );
    detached.apply_to(applied.as_structured_mut()).expect("glass has a weight");
    let expected =
        r##"{"@odata.type":"#depot.shelf","kind":"k","load":{"@odata.type":"#depot.jar","weight":2,"volume":1}}"##;
    assert_eq!(applied, read(expected));
}

#[test]
fn strict_reading_stays_strict() {
    let insert = ReadOptions::insert().with_required(false);
    for options in [ReadOptions::strict(), ReadOptions::stored(), ReadOptions::update(), insert] {
        let error = codec::from_slice_with::<AnyOf<Thing>>(ROBOT.as_bytes(), &options).expect_err("a robot");
        assert_eq!((error.code(), error.target()), (ErrorCode::UNKNOWN_TYPE, Some("@odata.type")));
    }
    let body = br##"{"mainSetting":{"@odata.type":"#workshop.toggle","name":"n"}}"##;
    assert_eq!(Delta::<Machine>::from_slice(body).expect_err("a toggle").code(), ErrorCode::UNKNOWN_TYPE);
}

#[test]
fn what_is_known_to_be_wrong_is_an_error_for_clients_too() {
    for (type_name, code) in [
        ("#workshop.setting", ErrorCode::ABSTRACT_TYPE),
        ("#workshop.size", ErrorCode::TYPE_MISMATCH),
        ("#workshop.truck", ErrorCode::TYPE_MISMATCH),
    ] {
        for body in [
            format!(r#"{{"@odata.type":"{type_name}","name":"n"}}"#),
            format!(r#"{{"name":"n","@odata.type":"{type_name}"}}"#),
        ] {
            let error = codec::from_slice_with::<AnyOf<Setting>>(body.as_bytes(), &ReadOptions::client());
            assert_eq!(error.expect_err(&body).code(), code, "{body}");
        }
    }
    // Where exactly one type is declared nothing could hold what is not known.
    let body = br##"{"@odata.type":"#workshop.bigSize","width":1}"##;
    let error = codec::from_slice_with::<Size>(body, &ReadOptions::client()).expect_err("not a size");
    assert_eq!(error.code(), ErrorCode::UNKNOWN_TYPE);
    let body = br#"{"@odata.type":"workshop.robot","arms":1,"arms":2}"#;
    let error = codec::from_slice_with::<AnyOf<Thing>>(body, &ReadOptions::client()).expect_err("twice");
    assert_eq!((error.code(), error.target()), (ErrorCode::DUPLICATE_MEMBER, Some("arms")));
    for body in [r#"{"arms":[1,}"#, r##"{"arms":[1,,"@odata.type":"#workshop.robot"}"##] {
        let error = codec::from_slice_with::<AnyOf<Machine>>(body.as_bytes(), &ReadOptions::client()).expect_err(body);
        assert_eq!(error.code(), ErrorCode::INVALID_JSON, "{body}");
    }
}

#[test]
fn any_name_of_a_type_is_written_as_a_string() {
    let json = r##"{"@odata.type":"#a\"b\\c.\u0001d","id":"r","serialNumber":null}"##;
    let value: AnyOf<Thing> = read(json);
    assert_eq!(unknown(&value).type_name(), "a\"b\\c.\u{1}d");
    assert_eq!(read::<AnyOf<Thing>>(&written(&value)), value);
    let through_serde: AnyOf<Thing> = serde_json::from_str(&written(&value)).expect("the same through serde");
    assert_eq!(through_serde, value);
    assert_eq!(
        serde_json::from_str::<AnyOf<Thing>>(&serde_json::to_string(&value).expect("JSON")).expect("JSON"),
        value
    );
}

#[test]
fn serde_reads_and_writes_all_of_it() {
    let json = r##"{"arms":2,"photo@odata.mediaContentType":"image/png","id":"r","@odata.type":"#workshop.robot","serialNumber":7,"photo":"AQID"}"##;
    let robot: AnyOf<Thing> = serde_json::from_str(json).expect("a robot");
    assert_eq!(robot, read(json));
    let again = serde_json::to_string(&robot).expect("JSON");
    assert_eq!(again, written(&robot));
    assert!(serde_json::from_str::<AnyOf<Thing>>(r#"{"@odata.type":"a.b","id":"r","x":1,"x":2}"#).is_err());
}

#[test]
fn what_is_selected_is_written() {
    let robot: AnyOf<Thing> = read(ROBOT);
    let mut set = PropertySet::new(Thing::DESCRIPTOR);
    assert!(set.insert_path("id"));
    set.insert_dynamic("mass");
    let options = WriteOptions::new().with_select(&set);
    let json = codec::to_vec_with(&robot, &options);
    assert_eq!(
        String::from_utf8_lossy(&json),
        r##"{"@odata.type":"#workshop.robot","id":"r","mass":12345678901234567890.10}"##
    );
}

#[test]
fn the_body_that_creates_it_holds_all_of_it() {
    let robot: AnyOf<Thing> = read(ROBOT);
    let body = String::from_utf8(codec::to_insert_body(&robot)).expect("JSON");
    assert_eq!(body, ROBOT.replace(r#""id":"r","#, ""), "the key is computed");
}

#[test]
fn members_of_the_known_part_are_set_there() {
    let mut robot: AnyOf<Thing> = read(ROBOT);
    let robot = robot.unknown_mut().expect("a robot");
    let null = || RawValue::from_json("null").expect("JSON");
    assert_eq!(robot.insert("serialNumber", null()).expect_err("a thing has one").code(), ErrorCode::TYPE_MISMATCH);
    for name in ["", "@odata.type", "arms@odata.type", "#workshop.stop"] {
        assert_eq!(robot.insert(name, null()).expect_err(name).code(), ErrorCode::UNDECLARED_PROPERTY);
    }
    for json in ["", "1 2", "{", "nul"] {
        assert_eq!(RawValue::from_json(json).expect_err(json).code(), ErrorCode::INVALID_JSON);
    }
}

#[test]
fn of_an_open_type_each_member_is_there_once() {
    let json = r##"{"@odata.type":"#depot.attic","name":"n","code":null,"surveyed":5,"beams":4,"x":null}"##;
    let mut attic: AnyOf<Place> = read(json);
    assert_eq!(written(&attic), json);
    assert!(attic.more.is_empty(), "nothing distinguishes them from properties of the unknown type");
    let old = attic.clone();
    attic.more.insert("beams", 6).expect("the name of a property");
    let json = r##"{"@odata.type":"#depot.attic","name":"n","code":null,"surveyed":5,"beams":6,"x":null}"##;
    assert_eq!(written(&attic), json);
    assert_eq!(old.diff(&attic).expect("two attics").to_vec(), br#"{"beams":6}"#);
}

#[test]
fn a_path_does_not_cast_what_is_not_known() {
    let setting: AnyOf<Setting> = read(r##"{"@odata.type":"#workshop.switch","name":"n","on":true}"##);
    let property = Machine::PROPERTIES.main_setting;
    let mut delta = Delta::<Machine>::new();
    delta.set(property, Some(setting)).expect("a setting");
    let body = br##"{"mainSetting":{"@odata.type":"#workshop.switch","name":"n","on":true}}"##;
    assert_eq!(delta.to_vec(), body);
    let error = delta.set(property.then_as(NumberSetting::PROPERTIES.number), 1).expect_err("a switch is not a number");
    assert_eq!(
        (error.code(), error.target()),
        (ErrorCode::TYPE_MISMATCH, Some("mainSetting/workshop.numberSetting/number"))
    );
    assert_eq!(delta.to_vec(), body);
    delta.set(property.then(Setting::PROPERTIES.name), "m".into()).expect("all settings have a name");
    assert_eq!(delta.to_vec(), br##"{"mainSetting":{"@odata.type":"#workshop.switch","name":"m","on":true}}"##);
}
