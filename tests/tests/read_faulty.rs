//! What is left of a body with faults.

use odata_core::{
    StructuredType,
    codec::{self, ReadOptions},
};
use odata_tests::workshop::Vehicle;
use serde_json::{Value, json};

const VEHICLE: &str = r##"{
    "@odata.type": "#workshop.vehicle", "id": "1", "serialNumber": 7, "displayName": "n", "owner": "o", "priority": 1,
    "enabled": true, "mainSetting": {"@odata.type": "#workshop.textSetting", "name": "m", "text": "t"},
    "settings": [{"@odata.type": "#workshop.numberSetting", "name": "a", "number": 1},
                 {"@odata.type": "#workshop.numberSetting", "name": "b", "number": 2}],
    "dimensions": {"outer": {"width": 1, "height": 2}, "inner": null, "remarks": []}, "packed": null, "changed": null,
    "byte": 1, "signedByte": 1, "short": 1, "long": 1, "single": 1.0, "double": 1.0, "price": 1.0, "photo": "AAAA",
    "correlation": null, "built": "2026-01-01", "opens": null, "seen": null, "worked": null, "manual": null,
    "colour": "red", "colours": ["red"], "tags": ["a", "b"], "readings": [1, null], "boxes": []
}"##;

/// The vehicle with a member replaced, as far as it can be read, as JSON; and the paths of all faults.
fn salvaged(change: impl FnOnce(&mut Value)) -> (Value, Vec<String>) {
    let mut body: Value = serde_json::from_str(VEHICLE).unwrap();
    change(&mut body);
    let codec::PartlyRead { value, faults } =
        codec::read_faulty(Vehicle::DESCRIPTOR, true, body.to_string().as_bytes(), &ReadOptions::strict()).unwrap();
    let paths = faults.iter().flat_map(odata_core::Error::all).map(|fault| fault.target().unwrap().to_owned());
    let mut out = Vec::new();
    codec::write_structured(&*value.unwrap(), &codec::WriteOptions::default(), &mut out);
    (serde_json::from_slice(&out).unwrap(), paths.collect())
}

#[test]
fn only_what_is_at_fault_makes_way() {
    let (whole, faults) = salvaged(|_| {});
    assert_eq!(faults, Vec::<String>::new());
    let cases = [
        ("/displayName", json!(1), "displayName", "/displayName", json!(null)),
        ("/owner", json!(null), "owner", "/owner", json!("")),
        ("/priority", json!("x"), "priority", "/priority", json!(5)),
        ("/enabled", json!({"a": [1]}), "enabled", "/enabled", json!(null)),
        ("/colour", json!({}), "colour", "/colour", json!(null)),
        ("/tags/1", json!(1), "tags/1", "/tags", json!([])),
        ("/readings/0", json!("x"), "readings/0", "/readings", json!([])),
        ("/readings", json!(1), "readings", "/readings", json!([])),
        ("/boxes", json!([5]), "boxes/0", "/boxes", json!([])),
        ("/mainSetting/text", json!(1), "mainSetting/text", "/mainSetting/text", json!(null)),
        ("/mainSetting/@odata.type", json!("#workshop.none"), "mainSetting/@odata.type", "/mainSetting", json!(null)),
        ("/mainSetting", json!("x"), "mainSetting", "/mainSetting", json!(null)),
        ("/settings/0/number", json!("x"), "settings/0/number", "/settings/0/number", json!(0)),
    ];
    for (at, value, fault, left_at, left) in cases {
        let (found, faults) = salvaged(|body| *body.pointer_mut(at).unwrap() = value.clone());
        let mut expected = whole.clone();
        *expected.pointer_mut(left_at).unwrap() = left;
        assert_eq!((found, faults), (expected, vec![fault.to_owned()]), "{at}: {value}");
    }
}

#[test]
fn an_item_without_a_type_is_left_out() {
    let (found, faults) = salvaged(|body| body["settings"][0]["@odata.type"] = json!("#workshop.none"));
    assert_eq!(found["settings"].as_array().unwrap().len(), 1);
    assert_eq!(found["settings"][0]["name"], "b");
    assert_eq!(faults, ["settings/0/@odata.type"]);
}

#[test]
fn a_value_without_a_type_is_none() {
    let read = |body: &str| codec::read_faulty(Vehicle::DESCRIPTOR, true, body.as_bytes(), &ReadOptions::strict());
    let none = read(r##"{"@odata.type": "#workshop.none"}"##).unwrap();
    assert!(none.value.is_none() && none.faults.is_some());
    for broken in ["", "[]", "{", "{\"id\": 1,}", "{} {}"] {
        assert!(read(broken).is_err(), "{broken}");
    }
}
