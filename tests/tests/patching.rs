//! PATCH bodies: what they change, and what they do not (OData Protocol 4.01 §11.4.3).

use odata_core::{
    AnyOf, Delta, Diff, ErrorCode, PropertySet, RawDelta, StructuredType,
    codec::{self, ReadOptions},
    delta::diff_structured,
};
use odata_tests::workshop::{
    LongTextSetting, Machine, NumberSetting, Setting, Size, TextSetting, Thing, Truck, Vehicle,
};

fn machine() -> Machine {
    codec::from_slice(
        br##"{"id":"1","serialNumber":7,"displayName":"a","owner":"o","priority":1,
            "mainSetting":{"@odata.type":"#workshop.longTextSetting","name":"n","text":"t","language":"eo"},
            "settings":[{"@odata.type":"#workshop.numberSetting","name":"s","number":1}],
            "dimensions":{"outer":{"width":1,"height":2},"remarks":["r"]},"changed":"2020-01-01T00:00:00Z"}"##,
    )
    .expect("a machine")
}

fn patched(body: &str) -> Machine {
    let mut machine = machine();
    let delta = Delta::read_for(&machine, body.as_bytes(), &ReadOptions::update()).expect(body);
    delta.apply_to(&mut machine).expect(body);
    machine
}

fn refused(body: &str) -> (ErrorCode, Option<String>) {
    let error = Delta::read_for(&machine(), body.as_bytes(), &ReadOptions::update()).expect_err(body);
    assert!(error.location().is_some(), "{error:?}");
    (error.code(), error.target().map(str::to_owned))
}

#[test]
fn only_what_the_body_holds_changes() {
    assert_eq!(patched("{}"), machine());
    let mut expected = machine();
    expected.display_name = None;
    expected.priority = 2;
    assert_eq!(patched(r#"{"displayName":null,"priority":2}"#), expected);
}

#[test]
fn key_computed_and_immutable_members_are_ignored_even_if_they_are_null() {
    assert_eq!(patched(r#"{"id":null,"serialNumber":8,"changed":null}"#), machine());
    assert_eq!(patched(r#"{"id":"x","serialNumber":null,"changed":"nonsense"}"#), machine());
}

#[test]
fn control_information_that_only_informs_changes_nothing() {
    let body = r##"{"@odata.context":"x","@odata.etag":"W/\"1\"","@odata.id":"x","@odata.unheardOf":1,"@future":2,
        "@Core.Note":[],"owner@odata.unheardOf":1,"parts@odata.count":0,"#workshop.start":{}}"##;
    assert_eq!(patched(body), machine());
}

#[test]
fn complex_values_merge_and_collections_are_replaced() {
    let mut expected = machine();
    expected.dimensions.outer.width = 9;
    expected.dimensions.remarks = vec!["x".into(), "y".into()];
    assert_eq!(patched(r#"{"dimensions":{"outer":{"width":9},"remarks":["x","y"]}}"#), expected);
}

#[test]
fn a_complex_value_that_was_null_is_new() {
    let mut expected = machine();
    expected.dimensions.inner = Some(Size { width: 3, height: 100 });
    assert_eq!(patched(r#"{"dimensions":{"inner":{"width":3}}}"#), expected);
    assert_eq!(
        refused(r#"{"dimensions":{"inner":{"height":3}}}"#),
        (ErrorCode::MissingProperty, Some("dimensions/inner/width".into()))
    );
}

#[test]
fn the_stored_type_decides_where_the_body_names_none() {
    let machine = patched(r#"{"mainSetting":{"language":"fr"}}"#);
    let setting = machine.main_setting.as_ref().and_then(|setting| setting.downcast_ref::<LongTextSetting>());
    assert_eq!(setting.map(|setting| (setting.name.as_str(), setting.language.as_str())), Some(("n", "fr")));
    assert_eq!(
        refused(r#"{"mainSetting":{"number":1}}"#),
        (ErrorCode::UndeclaredProperty, Some("mainSetting/number".into()))
    );
}

#[test]
fn a_complex_value_of_another_type_keeps_what_both_inherit() {
    for body in [
        r##"{"mainSetting":{"@odata.type":"#workshop.numberSetting","number":5}}"##,
        r#"{"mainSetting":{"number":5,"@type":"workshop.numberSetting"}}"#,
    ] {
        let machine = patched(body);
        let expected = NumberSetting { setting: Setting { name: "n".into() }, number: 5 };
        assert_eq!(machine.main_setting.as_ref().and_then(AnyOf::downcast_ref), Some(&expected));
    }
    let machine = patched(r##"{"mainSetting":{"@odata.type":"#workshop.textSetting"}}"##);
    let expected = TextSetting { setting: Setting { name: "n".into() }, text: Some("t".into()) };
    assert_eq!(machine.main_setting.as_ref().and_then(AnyOf::downcast_ref), Some(&expected));
    assert_eq!(
        refused(r##"{"mainSetting":{"@odata.type":"#workshop.numberSetting"}}"##),
        (ErrorCode::MissingProperty, Some("mainSetting/number".into()))
    );
}

#[test]
fn the_type_of_an_entity_does_not_change() {
    assert_eq!(patched(r##"{"@odata.type":"#workshop.machine","priority":1}"##), machine());
    assert_eq!(patched(r##"{"@odata.type":"#workshop.thing"}"##), machine());
    let target = Some("@odata.type".to_owned());
    assert_eq!(refused(r##"{"@odata.type":"#workshop.truck"}"##), (ErrorCode::TypeMismatch, target.clone()));
    assert_eq!(refused(r##"{"@odata.type":"#workshop.size"}"##), (ErrorCode::TypeMismatch, target.clone()));
    assert_eq!(refused(r##"{"@odata.type":"#workshop.nothing"}"##), (ErrorCode::UnknownType, target));
}

#[test]
fn a_refused_body_names_the_member() {
    for (body, code, target) in [
        (r#"{"priority":null}"#, ErrorCode::NullNotAllowed, "priority"),
        (r#"{"priority":"1"}"#, ErrorCode::WrongType, "priority"),
        (r#"{"wheels":4}"#, ErrorCode::UndeclaredProperty, "wheels"),
        (r#"{"owner":"x","owner":"y"}"#, ErrorCode::DuplicateMember, "owner"),
        (r#"{"dimensions":null}"#, ErrorCode::NullNotAllowed, "dimensions"),
        (r#"{"dimensions":{"remarks":null}}"#, ErrorCode::NullNotAllowed, "dimensions/remarks"),
        (r#"{"parts":[]}"#, ErrorCode::DeepOperationNotSupported, "parts"),
        (r#"{"settings":[{"name":"x"}]}"#, ErrorCode::TypeRequired, "settings/0"),
        (r#"{"priority":1"#, ErrorCode::InvalidJson, "priority"),
        (r#"{"@removed":{"reason":"changed"}}"#, ErrorCode::BadRequest, "@removed"),
        (r#"{"@odata.bind":"machines('1')"}"#, ErrorCode::BadRequest, "@odata.bind"),
        (r#"{"dimensions":{"@odata.delta":[]}}"#, ErrorCode::BadRequest, "dimensions/@odata.delta"),
        (r#"{"@removed":{},"@odata.removed":{}}"#, ErrorCode::BadRequest, "@removed"),
    ] {
        assert_eq!(refused(body), (code, Some(target.to_owned())), "{body}");
    }
}

#[test]
fn dynamic_properties_change_and_go_away() {
    let body =
        br#"{"owner":"o","dimensions":{"outer":{"width":1}},"load":1,"built":"2020-01-01","byte":0,"long":0,"double":0,
        "keep":1,"change":1,"remove":1}"#;
    let mut truck: Truck = codec::from_slice(body).expect("a truck");
    let body = br#"{"change":{"a":2},"remove":null,"new":[1]}"#;
    Delta::read_for(&truck, body, &ReadOptions::update())
        .and_then(|delta| delta.apply_to(&mut truck))
        .expect("applies");
    let names: Vec<_> = truck.more.iter().map(|(name, value)| (name, value.value.to_string())).collect();
    assert_eq!(names, [("change", r#"{"a":2}"#.into()), ("keep", "1".into()), ("new", "[1]".into())]);
}

#[test]
fn the_smallest_body_is_written() {
    let old = machine();
    let mut new = old.clone();
    new.display_name = None;
    new.dimensions.outer.height = 3;
    new.settings.pop();
    new.thing = Thing { id: "other".into(), serial_number: Some(8) };
    new.changed = None;
    assert_eq!(
        String::from_utf8_lossy(&old.diff(&new).to_vec()),
        r#"{"displayName":null,"settings":[],"dimensions":{"outer":{"height":3}}}"#
    );
    assert_eq!(old.diff(&new).changed().paths(), ["displayName", "settings", "dimensions/outer/height"]);
}

#[test]
fn a_polymorphic_value_of_another_type_is_written_whole() {
    let old = machine();
    let mut new = old.clone();
    new.main_setting = Some(AnyOf::new(NumberSetting { setting: Setting { name: "n".into() }, number: 1 }));
    assert_eq!(
        String::from_utf8_lossy(&old.diff(&new).to_vec()),
        r##"{"mainSetting":{"@odata.type":"#workshop.numberSetting","name":"n","number":1}}"##
    );
    if let Some(setting) = new.main_setting.as_mut().and_then(|setting| setting.downcast_mut::<NumberSetting>()) {
        setting.number = 2;
    }
    let mut newer = new.clone();
    newer.main_setting.as_mut().expect("it is there").name = "m".into();
    assert_eq!(
        String::from_utf8_lossy(&new.diff(&newer).to_vec()),
        r##"{"mainSetting":{"@odata.type":"#workshop.numberSetting","name":"m"}}"##
    );
}

#[test]
fn states_of_two_types_have_no_difference() {
    let vehicle: Vehicle = codec::from_slice_with(b"{}", &ReadOptions::client()).expect("blank");
    let error = diff_structured(&machine(), &vehicle).expect_err("two types");
    assert_eq!(error.code(), ErrorCode::TypeMismatch);
}

#[test]
fn changes_that_do_not_fit_leave_everything_as_it_is() {
    let body = br#"{"displayName":"new","dimensions":{"inner":{"height":1}}}"#;
    let detached = Delta::<Machine>::from_slice(body).expect("nothing is known of the stored value");
    let mut machine = machine();
    let error = detached.apply_to(&mut machine).expect_err("the width is missing");
    assert_eq!((error.code(), error.target()), (ErrorCode::MissingProperty, Some("dimensions/inner/width")));
    assert_eq!(machine, self::machine());
    let other =
        RawDelta::read_detached(<Size as odata_core::StructuredType>::DESCRIPTOR, b"{}", &ReadOptions::update());
    let error = other.expect("no members").apply_to(&mut machine).expect_err("another type");
    assert_eq!(error.code(), ErrorCode::TypeMismatch);
}

#[test]
fn typed_access_reaches_inherited_properties() {
    let mut delta = Delta::<Vehicle>::new();
    delta.set(Vehicle::PROPERTIES.owner, "x".into()).set(Vehicle::PROPERTIES.long, 5).set(Vehicle::PROPERTIES.long, 6);
    assert_eq!(delta.get(Vehicle::PROPERTIES.long), Some(&6));
    assert_eq!(delta.get(Machine::PROPERTIES.owner), Some(&"x".to_owned()));
    assert_eq!(delta.get(Vehicle::PROPERTIES.display_name), None);
    assert!(delta.changes(Vehicle::PROPERTIES.owner) && delta.unset(Vehicle::PROPERTIES.owner));
    assert_eq!(String::from_utf8_lossy(&delta.to_vec()), r#"{"long":6}"#);
    let mut truck: Truck = codec::from_slice_with(b"{}", &ReadOptions::client()).expect("blank");
    delta.apply_to(&mut truck).expect("a truck is a vehicle");
    assert_eq!(truck.long, 6);
    assert_eq!(Vehicle::PROPERTIES.owner.name(), "owner");
}

#[test]
fn a_closed_type_takes_no_dynamic_properties() {
    let mut delta = RawDelta::new(Machine::DESCRIPTOR);
    delta.set_dynamic("extra", 1);
    let mut machine = machine();
    let error = delta.apply_to(&mut machine).expect_err("a machine is not open");
    assert_eq!((error.code(), error.target()), (ErrorCode::UndeclaredProperty, Some("extra")));
}

#[test]
fn a_path_without_end_is_no_path() {
    let mut set = PropertySet::new(Machine::DESCRIPTOR);
    assert!(set.insert_path("packed/outer/width"));
    assert!(!set.insert_path(&"packed/".repeat(1_000_000)));
}
