//! PATCH bodies: what they change, and what they do not (OData Protocol 4.01 §11.4.3).

use odata_core::{
    AnyOf, Delta, Diff, DynamicProperties, Error, ErrorCode, Nav, PropertySet, RawDelta, StructuredType,
    codec::{self, ReadOptions},
    delta::diff_structured,
};
use odata_tests::{
    depot::{Depot, Person, Place},
    workshop::{
        Dimensions, LongTextSetting, Machine, NumberSetting, Setting, Size, TextSetting, Thing, Truck, Vehicle,
    },
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
    let delta = Delta::<Machine>::read_for(&machine, body.as_bytes(), &ReadOptions::update()).expect(body);
    delta.apply_to(&mut machine).expect(body);
    machine
}

fn refused(body: &str) -> (ErrorCode, Option<String>) {
    let error = Delta::<Machine>::read_for(&machine(), body.as_bytes(), &ReadOptions::update()).expect_err(body);
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
        (ErrorCode::MISSING_PROPERTY, Some("dimensions/inner/width".into()))
    );
}

#[test]
fn the_stored_type_decides_where_the_body_names_none() {
    let machine = patched(r#"{"mainSetting":{"language":"fr"}}"#);
    let setting = machine.main_setting.as_ref().and_then(|setting| setting.downcast_ref::<LongTextSetting>());
    assert_eq!(setting.map(|setting| (setting.name.as_str(), setting.language.as_str())), Some(("n", "fr")));
    assert_eq!(
        refused(r#"{"mainSetting":{"number":1}}"#),
        (ErrorCode::UNDECLARED_PROPERTY, Some("mainSetting/number".into()))
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
        (ErrorCode::MISSING_PROPERTY, Some("mainSetting/number".into()))
    );
}

#[test]
fn the_type_of_an_entity_does_not_change() {
    assert_eq!(patched(r##"{"@odata.type":"#workshop.machine","priority":1}"##), machine());
    assert_eq!(patched(r##"{"@odata.type":"#workshop.thing"}"##), machine());
    let target = Some("@odata.type".to_owned());
    assert_eq!(refused(r##"{"@odata.type":"#workshop.truck"}"##), (ErrorCode::TYPE_MISMATCH, target.clone()));
    assert_eq!(refused(r##"{"@odata.type":"#workshop.size"}"##), (ErrorCode::TYPE_MISMATCH, target.clone()));
    assert_eq!(refused(r##"{"@odata.type":"#workshop.nothing"}"##), (ErrorCode::UNKNOWN_TYPE, target));
}

#[test]
fn a_refused_body_names_the_member() {
    for (body, code, target) in [
        (r#"{"priority":null}"#, ErrorCode::NULL_NOT_ALLOWED, "priority"),
        (r#"{"priority":"1"}"#, ErrorCode::WRONG_TYPE, "priority"),
        (r#"{"wheels":4}"#, ErrorCode::UNDECLARED_PROPERTY, "wheels"),
        (r#"{"owner":"x","owner":"y"}"#, ErrorCode::DUPLICATE_MEMBER, "owner"),
        (r#"{"dimensions":null}"#, ErrorCode::NULL_NOT_ALLOWED, "dimensions"),
        (r#"{"dimensions":{"remarks":null}}"#, ErrorCode::NULL_NOT_ALLOWED, "dimensions/remarks"),
        (r#"{"parts":[]}"#, ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, "parts"),
        (r#"{"settings":[{"name":"x"}]}"#, ErrorCode::TYPE_REQUIRED, "settings/0"),
        (r#"{"priority":1"#, ErrorCode::INVALID_JSON, "priority"),
        (r#"{"@removed":{"reason":"changed"}}"#, ErrorCode::BAD_REQUEST, "@removed"),
        (r#"{"@odata.bind":"machines('1')"}"#, ErrorCode::BAD_REQUEST, "@odata.bind"),
        (r#"{"dimensions":{"@odata.delta":[]}}"#, ErrorCode::BAD_REQUEST, "dimensions/@odata.delta"),
        (r#"{"@removed":{},"@odata.removed":{}}"#, ErrorCode::BAD_REQUEST, "@removed"),
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
    Delta::<Truck>::read_for(&truck, body, &ReadOptions::update())
        .and_then(|delta| delta.apply_to(&mut truck))
        .expect("applies");
    let names: Vec<_> = truck.more.iter().map(|(name, value)| (name, value.json().into_owned())).collect();
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

/// A depot with one load, of which the members follow.
fn depot(load: &str) -> Depot {
    let body = format!(
        r##"{{"id":"d","gate":{{"@odata.type":"#depot.place"}},"heap":{{"weight":1{load}}},"loads":[{{"weight":1{load}}}]}}"##
    );
    codec::from_slice(body.as_bytes()).expect("a depot")
}

#[test]
fn related_entities_and_computed_members_of_complex_values_are_not_sent() {
    let empty = Depot { heap: None, loads: Vec::new(), ..depot("") };
    let full =
        depot(r#","lot":"a","checked":true,"packing":{"text":"t","author":{"name":"x"}},"owners":[{"name":"x"}]"#);
    let packing = r##"{"@odata.type":"#depot.label","text":"t","language":null}"##;
    let load = format!(r##"{{"@odata.type":"#depot.load","weight":1,"lot":"a","packing":{packing}}}"##);
    let body = empty.diff(&full).to_vec();
    assert_eq!(String::from_utf8_lossy(&body), format!(r#"{{"loads":[{load}],"heap":{load}}}"#));

    let mut read = empty.clone();
    Delta::<Depot>::read_for(&empty, &body, &ReadOptions::update())
        .and_then(|delta| delta.apply_to(&mut read))
        .expect("a service takes it");
    let mut applied = empty.clone();
    empty.diff(&full).apply_to(&mut applied).expect("it fits");
    assert_eq!(read, applied);
    assert_eq!(read, depot(r#","lot":"a","packing":{"text":"t"}"#));
}

#[test]
fn what_is_not_sent_is_no_difference() {
    let one = depot(r#","checked":true,"packing":{},"owners":[{"name":"x"}]"#);
    let other = depot(r#","checked":false,"packing":{"author":null},"owners":[]"#);
    assert_eq!(one.diff(&other).changed().paths(), [""; 0]);
    let other = depot(r#","checked":false,"packing":{"text":"t"}"#);
    assert_eq!(one.diff(&other).changed().paths(), ["loads", "heap/packing/text"]);
    let other = depot(r#","checked":true,"packing":{},"lot":"new""#);
    assert_eq!(one.diff(&other).changed().paths(), ["loads"], "an item is new with its immutable members");
}

#[test]
fn changes_hold_no_related_entities_whoever_reads_them() {
    for options in [ReadOptions::update(), ReadOptions::client()] {
        for body in [r#"{"heap":{"owners":[]}}"#, r#"{"heap":{"owners@odata.bind":["people('x')"]}}"#] {
            let error = Delta::<Depot>::read_for(&depot(""), body.as_bytes(), &options).expect_err(body);
            assert_eq!(error.code(), ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, "{body}");
        }
    }
}

#[test]
fn a_body_that_creates_has_no_computed_members_and_names_its_type() {
    let mut machine = machine();
    machine.parts.set(vec![AnyOf::new(self::machine())]);
    machine.settings.clear();
    machine.main_setting = None;
    let part = r##"{"@odata.type":"#workshop.machine","serialNumber":7,"displayName":"a","owner":"o","priority":1,"enabled":null,"##
        .to_owned()
        + r##""mainSetting":{"@odata.type":"#workshop.longTextSetting","name":"n","text":"t","language":"eo"},"##
        + r##""settings":[{"@odata.type":"#workshop.numberSetting","name":"s","number":1}],"##
        + r#""dimensions":{"outer":{"width":1,"height":2},"inner":null,"remarks":["r"]},"packed":null}"#;
    let body = r##"{"@odata.type":"#workshop.machine","serialNumber":7,"displayName":"a","owner":"o","priority":1,"enabled":null,"##
        .to_owned()
        + r#""mainSetting":null,"settings":[],"dimensions":{"outer":{"width":1,"height":2},"inner":null,"remarks":["r"]},"#
        + r#""packed":null,"parts":["#
        + &part
        + "]}";
    assert_eq!(String::from_utf8_lossy(&codec::to_insert_body(&machine)), body);
    let person = Person { name: "x".into(), home: None };
    assert_eq!(codec::to_insert_body(&person), br#"{"name":"x","home":null}"#, "it has no base type");
}

#[test]
fn states_of_two_types_have_no_difference() {
    let vehicle: Vehicle = codec::from_slice_with(b"{}", &ReadOptions::client()).expect("blank");
    let error = diff_structured(&machine(), &vehicle).expect_err("two types");
    assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH);
}

#[test]
fn changes_that_do_not_fit_leave_everything_as_it_is() {
    let body = br#"{"displayName":"new","dimensions":{"inner":{"height":1}}}"#;
    let detached = Delta::<Machine>::from_slice(body).expect("nothing is known of the stored value");
    let mut machine = machine();
    let error = detached.apply_to(&mut machine).expect_err("the width is missing");
    assert_eq!((error.code(), error.target()), (ErrorCode::MISSING_PROPERTY, Some("dimensions/inner/width")));
    assert_eq!(machine, self::machine());
    let other =
        RawDelta::read_detached(<Size as odata_core::StructuredType>::DESCRIPTOR, b"{}", &ReadOptions::update());
    let error = other.expect("no members").apply_to(&mut machine).expect_err("another type");
    assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH);
}

#[test]
fn typed_access_reaches_inherited_properties() {
    let mut delta = Delta::<Vehicle>::new();
    for (owner, long) in [("y", 5), ("x", 6)] {
        let set = delta
            .set(Vehicle::PROPERTIES.owner, owner.into())
            .and_then(|delta| delta.set(Vehicle::PROPERTIES.long, long));
        set.expect("properties that change");
    }
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

/// What a delta for machines makes of a machine.
fn changed(set: impl FnOnce(&mut Delta<Machine>) -> Result<(), Error>) -> (String, Machine) {
    let mut delta = Delta::<Machine>::new();
    set(&mut delta).expect("properties that change");
    let body = String::from_utf8(delta.to_vec()).expect("JSON");
    let mut machine = machine();
    delta.apply_to(&mut machine).expect("a machine");
    (body, machine)
}

#[test]
fn paths_lead_below_properties() {
    let outer = || Machine::PROPERTIES.dimensions.then(Dimensions::PROPERTIES.outer);
    let inner = || Machine::PROPERTIES.dimensions.then(Dimensions::PROPERTIES.inner);
    let (body, machine) = changed(|delta| {
        delta.set(outer().then(Size::PROPERTIES.width), 5)?.set(inner().then(Size::PROPERTIES.width), 6)?;
        assert_eq!(delta.get(outer().then(Size::PROPERTIES.width)), Some(&5));
        assert_eq!(delta.get(outer().then(Size::PROPERTIES.height)), None);
        assert!(delta.changes(outer()) && delta.get(outer()).is_none());
        Ok(())
    });
    assert_eq!(body, r#"{"dimensions":{"outer":{"width":5},"inner":{"width":6}}}"#);
    assert_eq!(machine.dimensions.outer, Size { width: 5, height: 2 }, "what is there is merged");
    assert_eq!(machine.dimensions.inner, Some(Size { width: 6, height: 100 }), "what is null is made");

    let (body, _) = changed(|delta| {
        delta.set(inner().then(Size::PROPERTIES.width), 6)?;
        assert!(delta.unset(inner().then(Size::PROPERTIES.width)) && delta.is_empty());
        delta.set(inner(), Some(Size { width: 1, height: 2 }))?.set(inner().then(Size::PROPERTIES.height), 3)?;
        Ok(())
    });
    assert_eq!(body, r#"{"dimensions":{"inner":{"width":1,"height":3}}}"#);
}

#[test]
fn paths_cast_to_derived_types() {
    let setting = Machine::PROPERTIES.main_setting;
    let (body, machine) = changed(|delta| {
        delta.set(setting.then_as(LongTextSetting::PROPERTIES.language), "fr".into())?;
        delta
            .set(setting.then_as(TextSetting::PROPERTIES.text), None)?
            .set(setting.then(Setting::PROPERTIES.name), "m".into())?;
        assert_eq!(delta.get(setting.then_as(LongTextSetting::PROPERTIES.language)), Some(&"fr".to_owned()));
        assert_eq!(delta.get(setting.then_as(NumberSetting::PROPERTIES.number)), None);
        Ok(())
    });
    let named =
        r##"{"mainSetting":{"@odata.type":"#workshop.longTextSetting","language":"fr","text":null,"name":"m"}}"##;
    assert_eq!(body, named);
    let long = machine.main_setting.as_ref().and_then(|setting| setting.downcast_ref::<LongTextSetting>());
    assert_eq!(long.map(|long| (&*long.name, &long.text, &*long.language)), Some(("m", &None, "fr")));

    let mut delta = Delta::<Machine>::new();
    delta.set(setting.then_as(NumberSetting::PROPERTIES.number), 1).expect("a number");
    let error = delta.set(setting.then_as(TextSetting::PROPERTIES.text), None).expect_err("it cannot be both");
    assert_eq!(
        (error.code(), error.target()),
        (ErrorCode::TYPE_MISMATCH, Some("mainSetting/workshop.textSetting/text"))
    );
    assert_eq!(delta.to_vec(), br##"{"mainSetting":{"@odata.type":"#workshop.numberSetting","number":1}}"##);
}

#[test]
fn a_complex_value_that_is_set_is_merged_where_there_is_one() {
    let depot: Depot = codec::from_slice(
        br##"{"id":"d","gate":{"@odata.type":"#depot.place","name":"n","code":1,"surveyed":9,"kept":true}}"##,
    )
    .expect("a depot");
    let mut gate = Place::clone(&depot.gate);
    gate.name = None;
    gate.code = Some(2);
    gate.surveyed = 0;
    gate.more = DynamicProperties::try_from_iter([("new", 1)]).expect("the name of a property");
    let mut delta = Delta::<Depot>::new();
    delta.set(Depot::PROPERTIES.gate, AnyOf::new(gate)).expect("a property that changes");
    let mut applied = depot.clone();
    delta.clone().apply_to(&mut applied).expect("a depot");
    let gate = &applied.gate;
    assert_eq!((&gate.name, gate.code, gate.surveyed), (&None, Some(1), 9), "immutable and computed members stay");
    let names: Vec<_> = gate.more.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["kept", "new"], "so do dynamic properties");
    let body = delta.to_vec();
    assert_eq!(
        String::from_utf8_lossy(&body),
        r##"{"gate":{"@odata.type":"#depot.place","name":null,"code":2,"new":1}}"##
    );
}

#[test]
fn what_no_update_changes_cannot_be_set() {
    let mut delta = Delta::<Machine>::new();
    let mut refused = |set: fn(&mut Delta<Machine>) -> Option<Error>| {
        let error = set(&mut delta).expect("it is refused");
        assert!(delta.is_empty());
        (error.code(), error.target().map(str::to_owned))
    };
    let of = |code, target: &str| (code, Some(target.to_owned()));
    assert_eq!(
        refused(|delta| delta.set(Machine::PROPERTIES.id, "x".into()).err()),
        of(ErrorCode::NOT_UPDATABLE, "id")
    );
    assert_eq!(
        refused(|delta| delta.set(Machine::PROPERTIES.changed, None).err()),
        of(ErrorCode::NOT_UPDATABLE, "changed")
    );
    assert_eq!(
        refused(|delta| delta.set(Machine::PROPERTIES.serial_number, None).err()),
        of(ErrorCode::NOT_UPDATABLE, "serialNumber")
    );
    assert_eq!(
        refused(|delta| delta.set(Machine::PROPERTIES.parts, Nav::absent()).err()),
        of(ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, "parts")
    );
    let mut delta = Delta::<Depot>::new();
    let place = Depot::PROPERTIES.main;
    let error = delta.set(place.then(Place::PROPERTIES.surveyed), 1).expect_err("made by the service");
    assert_eq!((error.code(), error.target()), (ErrorCode::NOT_UPDATABLE, Some("main/surveyed")));
    let warden = place.then(Place::PROPERTIES.warden).then(Person::PROPERTIES.name);
    let error = delta.set(warden, "x".into()).expect_err("another entity");
    assert_eq!((error.code(), error.target()), (ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, Some("main/warden/name")));
    delta.set(place.then(Place::PROPERTIES.code), Some(1)).expect("it counts where the place is new");
}

#[test]
fn a_closed_type_takes_no_dynamic_properties() {
    let mut delta = RawDelta::new(Machine::DESCRIPTOR);
    delta.set_dynamic("extra", 1).expect("the value may be of an open type");
    let mut machine = machine();
    let error = delta.apply_to(&mut machine).expect_err("a machine is not open");
    assert_eq!((error.code(), error.target()), (ErrorCode::UNDECLARED_PROPERTY, Some("extra")));
}

#[test]
fn a_path_without_end_is_no_path() {
    let mut set = PropertySet::new(Machine::DESCRIPTOR);
    assert!(set.insert_path("packed/outer/width"));
    assert!(!set.insert_path(&"packed/".repeat(1_000_000)));
}

#[test]
fn dynamic_properties_are_set_by_names_that_are_free() {
    let body =
        br#"{"owner":"o","dimensions":{"outer":{"width":1}},"load":1,"built":"2020-01-01","byte":0,"long":0,"double":0,
        "kept":1,"gone":2}"#;
    let mut truck: Truck = codec::from_slice(body).expect("a truck");
    let mut delta = Delta::<Truck>::new();
    for (name, code) in [
        ("owner", ErrorCode::TYPE_MISMATCH),
        ("", ErrorCode::UNDECLARED_PROPERTY),
        ("a@odata.type", ErrorCode::UNDECLARED_PROPERTY),
        ("#workshop.start", ErrorCode::UNDECLARED_PROPERTY),
    ] {
        let error = delta.set_dynamic(name, 1).expect_err(name);
        assert_eq!((error.code(), error.target()), (code, Some(name)));
    }
    assert!(delta.is_empty());
    let set = delta.set_dynamic("new", "text").and_then(|delta| delta.set_dynamic("gone", serde_json::Value::Null));
    set.expect("names that are free");
    assert_eq!(delta.to_vec(), br#"{"gone":null,"new":"text"}"#);
    delta.apply_to(&mut truck).expect("a truck is open");
    let names: Vec<_> = truck.more.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["kept", "new"]);
}
