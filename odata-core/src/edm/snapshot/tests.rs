//! Snapshots and their differences, without a model in Rust.

use std::collections::BTreeMap;

use proptest::{collection::btree_map, option, prelude::*, sample::subsequence};
use serde_json::{Value, json};

use super::ModelSnapshot;
use crate::edm::{Difference, Impact};

/// A model with an abstract base, two types that derive from it, a complex type and an enumeration type.
fn base() -> Value {
    json!({
        "version": 1,
        "children": {
            "vehicles": {"type": "fleet.vehicle", "entitySet": true, "polymorphic": true},
            "office": {"type": "fleet.office"},
        },
        "types": {
            "fleet.entity": {"entity": true, "abstract": true, "key": ["id"], "properties": {"id": {"type": "Edm.String"}}},
            "fleet.vehicle": {"entity": true, "base": "fleet.entity", "properties": {
                "seats": {"type": "Edm.Int32", "default": "4"},
                "name": {"type": "Edm.String", "nullable": true, "facets": {"maxLength": 10}},
                "fuel": {"type": "fleet.fuel", "nullable": true},
                "tags": {"type": "Edm.String", "collection": true, "nullable": true},
                "place": {"type": "fleet.place", "nullable": true, "polymorphic": true},
                "trips": {"type": "fleet.office", "collection": true, "navigation": true, "contained": true},
                "owner": {"type": "fleet.office", "navigation": true},
            }},
            "fleet.truck": {"entity": true, "base": "fleet.vehicle", "properties": {"load": {"type": "Edm.Double"}}},
            "fleet.office": {"entity": true, "base": "fleet.entity", "properties": {}},
            "fleet.place": {"open": true, "properties": {"street": {"type": "Edm.String"}}},
        },
        "enums": {"fleet.fuel": {"members": ["diesel", "electric"]}},
    })
}

fn snapshot(json: &Value) -> ModelSnapshot {
    ModelSnapshot::from_json(&json.to_string()).unwrap()
}

/// Returns the differences that a change of the model makes, as text.
fn differences(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut new = base();
    change(&mut new);
    let found = snapshot(&base()).differences(&snapshot(&new));
    found.iter().map(ToString::to_string).collect()
}

/// A difference that loses nothing.
fn kept(place: &str, change: &str) -> String {
    format!("{place}: {change}; nothing is lost")
}

fn rewritten(place: &str, change: &str) -> String {
    format!("{place}: {change}; nothing is lost, stored values are rewritten")
}

const VEHICLE: &str = "/types/fleet.vehicle/properties";

fn set(at: &'static str, value: Value) -> impl FnOnce(&mut Value) {
    move |model| {
        let (parent, name) = at.rsplit_once('/').unwrap();
        model.pointer_mut(parent).unwrap()[name] = value;
    }
}

fn remove(at: &str) -> impl FnOnce(&mut Value) {
    move |model| {
        let (parent, name) = at.rsplit_once('/').unwrap();
        model.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
    }
}

#[test]
fn additions_that_values_can_live_with_lose_nothing() {
    let new = json!({"type": "Edm.String", "nullable": true});
    let added = |value: Value| differences(set("/types/fleet.vehicle/properties/new", value));
    assert_eq!(added(new), [rewritten("fleet.vehicle/new", "new")]);
    assert_eq!(added(json!({"type": "Edm.Int32", "default": "1"})), [rewritten("fleet.vehicle/new", "new")]);
    assert_eq!(added(json!({"type": "Edm.Int32", "collection": true})), [rewritten("fleet.vehicle/new", "new")]);
    assert_eq!(added(json!({"type": "fleet.office", "navigation": true})), [kept("fleet.vehicle/new", "new")]);

    let derived = json!({"entity": true, "base": "fleet.vehicle", "properties": {"x": {"type": "Edm.Int32"}}});
    assert_eq!(differences(set("/types/fleet.bus", derived)), [rewritten("fleet.bus", "new")]);
    assert_eq!(differences(set("/types/fleet.alone", json!({"properties": {}}))), [kept("fleet.alone", "new")]);
    let set_of = json!({"type": "fleet.truck", "entitySet": true});
    assert_eq!(differences(set("/children/trucks", set_of)), [kept("trucks", "new")]);
    let wider = differences(set("/types/fleet.vehicle/properties/name/facets/maxLength", json!(11)));
    assert_eq!(wider, [kept("fleet.vehicle/name", "`MaxLength` is now 11")]);
    let unlimited = differences(remove("/types/fleet.vehicle/properties/name/facets"));
    assert_eq!(unlimited, [kept("fleet.vehicle/name", "no longer has `MaxLength`")]);
    let nullable = differences(set("/types/fleet.vehicle/properties/seats/nullable", json!(true)));
    assert_eq!(nullable, [kept("fleet.vehicle/seats", "now nullable")]);
    assert_eq!(differences(set("/types/fleet.vehicle/open", json!(true))), [kept("fleet.vehicle", "now open"),]);
    let member = differences(set("/enums/fleet.fuel/members", json!(["diesel", "electric", "gas"])));
    assert_eq!(member, [kept("fleet.fuel", "now has `gas`")]);
}

#[test]
fn each_other_change_of_a_type_says_what_is_lost() {
    let cases: Vec<(Vec<String>, &str)> = vec![
        (differences(remove("/children/office")), "office: removed; its value and all that it contains are lost"),
        (
            differences(set("/children/office/entitySet", json!(true))),
            "office: now an entity set; its value and all that it contains are lost",
        ),
        (
            differences(set("/children/vehicles/type", json!("fleet.truck"))),
            "vehicles: the type changed from `fleet.vehicle` to `fleet.truck`; \
             values that are not `fleet.truck` are lost, with all that they contain",
        ),
        (
            differences(set("/children/vehicles/polymorphic", json!(false))),
            "vehicles: no longer accepts derived types; values of derived types are lost",
        ),
        (
            differences(remove("/types/fleet.truck")),
            "fleet.truck: removed; its entities and all that they contain are lost",
        ),
        (
            differences(set("/types/fleet.truck/abstract", json!(true))),
            "fleet.truck: now abstract; values of exactly this type are lost",
        ),
        (
            differences(set("/types/fleet.place/open", json!(false))),
            "fleet.place: no longer open; dynamic properties are lost",
        ),
        (
            differences(set("/types/fleet.entity/key", json!(["other"]))),
            "fleet.entity: the key changed from (id) to (other); \
             entities whose address has another key, and all that they contain, are lost",
        ),
        (
            differences(set("/enums/fleet.fuel/members", json!(["electric"]))),
            "fleet.fuel: no longer has `diesel`; values `diesel` are lost",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, [expected]);
    }
}

#[test]
fn each_other_change_of_a_property_says_what_is_lost() {
    let property = |name: &str, member: &str, value: Value| {
        let (at, member) = (format!("{VEHICLE}/{name}"), member.to_owned());
        differences(move |model| model.pointer_mut(&at).unwrap()[member] = value)
    };
    let cases: Vec<(Vec<String>, &str)> = vec![
        (
            differences(remove("/types/fleet.place/properties/street")),
            "fleet.place/street: removed; its values become dynamic properties, which have no declared type",
        ),
        (
            differences(remove("/types/fleet.vehicle/properties/seats")),
            "fleet.vehicle/seats: removed; its values are lost",
        ),
        (
            differences(remove("/types/fleet.vehicle/properties/trips")),
            "fleet.vehicle/trips: removed; the entities in it and all that they contain are lost",
        ),
        (
            property("trips", "contained", json!(false)),
            "fleet.vehicle/trips: no longer contains its target; \
             the entities in it and all that they contain are lost",
        ),
        (
            property("trips", "type", json!("fleet.truck")),
            "fleet.vehicle/trips: the target changed from `Collection(fleet.office)` to `Collection(fleet.truck)`; \
             values that are not `Collection(fleet.truck)` are lost, with all that they contain",
        ),
        (
            differences(set("/types/fleet.vehicle/properties/new", json!({"type": "Edm.Int32"}))),
            "fleet.vehicle/new: new; \
             stored values have none for it and no default value is declared, so they get a blank one",
        ),
        (
            property("seats", "type", json!("Edm.Int64")),
            "fleet.vehicle/seats: the type changed from `Edm.Int32` to `Edm.Int64`; values that are not `Edm.Int64` are lost",
        ),
        (
            property("seats", "collection", json!(true)),
            "fleet.vehicle/seats: the type changed from `Edm.Int32` to `Collection(Edm.Int32)`; \
             values that are not `Collection(Edm.Int32)` are lost",
        ),
        (
            property("name", "nullable", json!(false)),
            "fleet.vehicle/name: no longer nullable; null becomes a blank value",
        ),
        (
            property("tags", "nullable", json!(false)),
            "fleet.vehicle/tags: no longer nullable; collections with null items become empty",
        ),
        (
            property("place", "polymorphic", json!(false)),
            "fleet.vehicle/place: no longer accepts derived types; values of derived types are lost",
        ),
        (
            property("owner", "navigation", json!(false)),
            "fleet.vehicle/owner: now a structural property; its values are lost",
        ),
        (
            property("name", "facets", json!({"maxLength": 9})),
            "fleet.vehicle/name: `MaxLength` is now only 9; larger values stay, but writes no longer accept them",
        ),
        (
            property("name", "notUnicode", json!(true)),
            "fleet.vehicle/name: now has ASCII characters only; \
             values with other characters stay, but writes no longer accept them",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, [expected]);
    }
}

#[test]
fn words_for_stores_change_no_values() {
    for word in ["unique", "indexed", "searchable"] {
        let at = format!("{VEHICLE}/name");
        let found = differences(|model| model.pointer_mut(&at).unwrap()[word] = json!(true));
        assert_eq!(found, [kept("fleet.vehicle/name", &format!("now {word}"))]);
        let mut old = base();
        old.pointer_mut(&at).unwrap()[word] = json!(true);
        let found = snapshot(&old).differences(&snapshot(&base()));
        assert_eq!(found[0].to_string(), kept("fleet.vehicle/name", &format!("no longer {word}")));
    }
}

#[test]
fn a_type_of_another_name_is_another_type() {
    let found = differences(|model| {
        let truck = model["types"].as_object_mut().unwrap().remove("fleet.truck").unwrap();
        model["types"]["fleet.lorry"] = truck;
    });
    let lost = "fleet.truck: removed; its entities and all that they contain are lost";
    assert_eq!(found, [rewritten("fleet.lorry", "new"), lost.to_owned()]);
}

#[test]
fn a_base_that_comes_in_between_loses_nothing() {
    let found = differences(|model| {
        let seats = model["types"]["fleet.vehicle"]["properties"].as_object_mut().unwrap().remove("seats").unwrap();
        model["types"]["fleet.seated"] =
            json!({"entity": true, "abstract": true, "base": "fleet.entity", "properties": {"seats": seats}});
        model["types"]["fleet.vehicle"]["base"] = json!("fleet.seated");
    });
    assert_eq!(
        found,
        [rewritten("fleet.seated", "new"), rewritten("fleet.vehicle", "now derives from `fleet.seated`"),]
    );
    let found = differences(set("/types/fleet.truck/base", json!("fleet.entity")));
    assert!(found.iter().any(|line| line.ends_with("its values are lost where `fleet.vehicle` is declared")));
    assert!(found.iter().any(|line| line.starts_with("fleet.truck/seats: removed")), "{found:?}");
}

#[test]
fn an_unknown_member_that_is_kept_is_not_lost() {
    let mut old = base();
    old["enums"]["fleet.fuel"]["unknown"] = json!(true);
    let mut new = old.clone();
    new["enums"]["fleet.fuel"]["members"] = json!(["electric"]);
    let found = snapshot(&old).differences(&snapshot(&new));
    assert!(found.iter().all(|difference| *difference.impact() == Impact::None) && found.len() == 1, "{found:?}");
    let found = snapshot(&old).differences(&snapshot(&base()));
    assert!(found.len() == 1 && found[0].is_loss(), "{found:?}");
}

#[test]
fn other_text_than_snapshots_is_refused_with_its_path() {
    let fails = |change: &dyn Fn(&mut Value)| {
        let mut json = base();
        change(&mut json);
        ModelSnapshot::from_json(&json.to_string()).unwrap_err().to_string()
    };
    assert_eq!(fails(&|json| json["version"] = json!(2)), "version: the version is 2, and 1 is the latest one known");
    assert_eq!(fails(&|json| json["version"] = json!("1")), "version: a number is expected");
    assert_eq!(fails(&|json| json["types"] = json!([])), "types: an object is expected");
    assert_eq!(
        fails(&|json| json["enums"]["fleet.fuel"] = json!({})),
        "enums/fleet.fuel/members: the member is missing"
    );
    assert_eq!(
        fails(&|json| json["types"]["fleet.place"]["properties"]["street"]["type"] = json!(1)),
        "types/fleet.place/properties/street/type: a string is expected"
    );
    assert_eq!(
        fails(&|json| json["types"]["fleet.truck"]["base"] = json!("fleet.none")),
        "types/fleet.truck/base: `fleet.none` is not a type of the model"
    );
    assert_eq!(
        fails(&|json| json["types"]["fleet.entity"]["base"] = json!("fleet.truck")),
        "types/fleet.entity/base: `fleet.entity` derives from itself"
    );
    let error = ModelSnapshot::from_json("{\"version\": 1,").unwrap_err();
    assert!(error.location().is_some(), "{error}");
    assert!(ModelSnapshot::from_json("[]").is_err());
    // A later program may write more.
    let mut more = base();
    more["later"] = json!(1);
    assert_eq!(snapshot(&more), snapshot(&base()));
}

fn name() -> impl Strategy<Value = String> {
    "[ab]"
}

/// An object with the members that hold and those that are there.
fn object(flags: &[(&str, bool)], members: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let flags = flags.iter().filter(|(_, holds)| *holds).map(|(name, holds)| ((*name).to_owned(), json!(holds)));
    let members = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(flags.chain(members).collect())
}

fn property() -> impl Strategy<Value = Value> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let words = subsequence(vec!["notUnicode", "unique", "indexed", "searchable"], 0..3);
    let facets = btree_map(prop::sample::select(vec!["maxLength", "precision", "scale"]), 1..3_u64, 0..2);
    let names = (prop::sample::select(vec!["a", "Edm.Decimal", "Edm.Duration"]), option::of(name()));
    (names, flags, option::of(name()), facets, words, option::of(0..2_u8)).prop_map(
        |(
            (type_name, definition),
            (collection, nullable, navigation, contained, polymorphic),
            default,
            facets,
            words,
            srid,
        )| {
            // Collections of related entities have no null items; no related entities have a default value or facets.
            let nullable = nullable && !(navigation && collection);
            let contained = contained && navigation;
            let type_name = if navigation { "s.t" } else { type_name };
            let flags = [
                ("collection", collection),
                ("nullable", nullable),
                ("navigation", navigation),
                ("contained", contained),
                ("polymorphic", polymorphic),
            ];
            let words = words.into_iter().filter(|word| !navigation || *word != "notUnicode");
            let words = words.map(|word| (word, Some(json!(true))));
            let rest = [
                ("type", Some(json!(type_name))),
                ("definition", definition.filter(|_| !navigation).map(Value::from)),
                ("default", default.filter(|_| !navigation).map(Value::from)),
                ("facets", (!navigation).then(|| json!(facets))),
                ("srid", srid.filter(|_| !navigation).map(|srid| json!(srid.to_string()))),
            ];
            object(&flags, rest.into_iter().chain(words))
        },
    )
}

/// A type whose properties no other type declares, as in a valid model.
fn of_type(own: &'static str) -> impl Strategy<Value = Value> {
    let key = subsequence(vec!["x".to_owned(), "y as z".to_owned()], 0..2);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (flags, key, btree_map(name(), property(), 0..3)).prop_map(
        move |((entity, is_abstract, open, derives), key, own_properties)| {
            let derives = derives && own != "s.t";
            let properties: BTreeMap<_, _> =
                own_properties.into_iter().map(|(name, property)| (format!("{}{name}", &own[2..]), property)).collect();
            // The key is declared on one level.
            let key = (entity && !derives && !key.is_empty()).then(|| json!(key));
            let flags = [("entity", entity), ("abstract", is_abstract), ("open", open)];
            let base = derives.then(|| json!("s.t"));
            object(&flags, [("base", base), ("key", key), ("properties", Some(json!(properties)))])
        },
    )
}

fn model() -> impl Strategy<Value = ModelSnapshot> {
    let child = (any::<bool>(), name(), any::<bool>()).prop_map(|(entity_set, type_name, polymorphic)| {
        object(&[("entitySet", entity_set), ("polymorphic", polymorphic)], [("type", Some(json!(type_name)))])
    });
    let members = subsequence(vec!["x".to_owned(), "y".to_owned()], 0..3);
    let of_enum = (members, any::<bool>(), option::of(0..3_i64)).prop_map(|(members, accepts_unknown, first)| {
        let flags = first.map(|first| members.iter().cloned().zip(first..).collect::<BTreeMap<_, _>>());
        let flags = flags.map(|flags| json!(flags));
        object(&[("unknown", accepts_unknown)], [("members", Some(json!(members))), ("flags", flags)])
    });
    let types =
        (of_type("s.t"), option::of(of_type("s.u")), option::of(of_type("s.v"))).prop_map(|(base, one, other)| {
            let named = [("s.t", Some(base)), ("s.u", one), ("s.v", other)];
            named.into_iter().filter_map(|(name, of)| Some((name.to_owned(), of?))).collect::<BTreeMap<_, _>>()
        });
    let enums = btree_map("s\\.[ab]", of_enum, 0..2);
    (btree_map(name(), child, 0..2), types, enums).prop_map(|(children, types, enums)| {
        snapshot(&json!({"version": 1, "children": children, "types": types, "enums": enums}))
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(model in model()) {
        let written = model.to_json();
        prop_assert!(written.starts_with(r#"{"$Version":"4.01""#), "{}", written);
        let read = ModelSnapshot::from_json(&written).unwrap();
        prop_assert!(read == model, "{}\n{:?}", written, model.differences(&read));
    }

    #[test]
    fn there_are_differences_where_models_differ(old in model(), new in model()) {
        prop_assert_eq!(old.differences(&new).is_empty(), old == new, "{:?}", old.differences(&new));
        prop_assert_eq!(old.differences(&old), Vec::<Difference>::new());
    }
}
