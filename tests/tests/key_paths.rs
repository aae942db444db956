//! Keys with parts inside complex values, and alternate keys.

use odata_core::{
    Delta, Diff as _, ErrorCode, Model, RawDelta, StructuredType as _,
    codec::ReadOptions,
    csdl,
    edm::{ModelSnapshot, TypeDescriptor},
    uri::{EntityKey as _, Key},
};
use odata_service::{Caller, Partition, store::sqlite::SqliteStore};
use odata_tests::catalog::{
    Catalog, Label, Parcel,
    server::{Server, service},
};
use proptest::prelude::*;
use serde_json::json;

fn parcel(id: i32, region: &str) -> Parcel {
    let label = Label { id, text: None };
    Parcel { sender: None, region: region.to_owned(), label, tracking: None }
}

const PARCEL: &TypeDescriptor = Parcel::DESCRIPTOR;

#[test]
fn a_key_has_its_parts_in_declared_order_by_their_aliases() {
    let key = parcel(7, "O'Hare").key();
    assert_eq!(key.to_string(), "(labelId=7,region='O''Hare')");
    assert_eq!(key.canonical(), "labelId=7,region='O''Hare'");
    assert_eq!(Key::from_predicate(PARCEL, "(region='O''Hare',labelId=7)").unwrap(), key);
    let parts: Vec<_> = PARCEL.key().map(|part| (part.name(), part.to_string(), part.property().name())).collect();
    assert_eq!(parts, [("labelId", "label/id".to_owned(), "id"), ("region", "region".to_owned(), "region")]);
    // The path itself is not a name, and no value has another type than the property at its end.
    for (predicate, code, target) in [
        ("(label=7,region='x')", ErrorCode::BAD_REQUEST, Some("labelId")),
        ("(id=7,region='x')", ErrorCode::BAD_REQUEST, Some("labelId")),
        ("(labelId='7',region='x')", ErrorCode::NOT_FOUND, None),
    ] {
        let error = Key::from_predicate(PARCEL, predicate).unwrap_err();
        assert_eq!((error.code(), error.target()), (code, target), "{predicate}");
    }
}

proptest! {
    #[test]
    fn a_key_is_read_as_it_is_written(id: i32, region: String) {
        let key = parcel(id, &region).key();
        prop_assert_eq!(Key::from_predicate(PARCEL, &key.to_string()), Ok(key));
    }

    #[test]
    fn no_update_changes_a_key(old: (i32, String), new: (i32, String), text: Option<String>) {
        let (before, mut after) = (parcel(old.0, &old.1), parcel(new.0, &new.1));
        after.label.text = text;
        let mut applied = before.clone();
        before.diff(&after).apply_to(&mut applied).unwrap();
        prop_assert_eq!(applied.key(), before.key());
        prop_assert_eq!(applied.label.text, after.label.text);
    }
}

#[test]
fn updates_leave_the_key_as_it_is() {
    let (old, new) = (parcel(7, "x"), Parcel { sender: Some("me".to_owned()), ..parcel(8, "y") });
    assert_eq!(old.diff(&new).to_vec(), br#"{"sender":"me"}"#);
    assert!(old.diff(&parcel(8, "y")).is_empty());

    let body = br#"{"label": {"id": 8}, "region": "y"}"#;
    assert!(RawDelta::read(&old, body, &ReadOptions::update()).unwrap().is_empty());
    let body = br#"{"label": {"id": 8, "text": "fragile"}}"#;
    for delta in [
        RawDelta::read(&old, body, &ReadOptions::update()).unwrap(),
        RawDelta::read_detached(PARCEL, body, &ReadOptions::update()).unwrap(),
    ] {
        assert_eq!(delta.changed().paths(), ["label/text"]);
    }

    let mut delta = Delta::<Parcel>::new();
    let error = delta.set(Parcel::PROPERTIES.label.then(Label::PROPERTIES.id), 8).unwrap_err();
    assert_eq!((error.code(), error.target()), (ErrorCode::NOT_UPDATABLE, Some("label/id")));
    // A whole value may be set: its other members count.
    delta.set(Parcel::PROPERTIES.label, Label { id: 8, text: Some("fragile".to_owned()) }).unwrap();
    let mut applied = old.clone();
    delta.apply_to(&mut applied).unwrap();
    assert_eq!(applied.label, Label { id: 7, text: Some("fragile".to_owned()) });
}

#[test]
fn metadata_shows_paths_with_their_aliases() {
    let xml = csdl::to_xml(&Model::of::<Catalog>().unwrap());
    let flat = xml.lines().map(str::trim).collect::<String>();
    for part in [
        r#"<Key><PropertyRef Name="label/id" Alias="labelId"/><PropertyRef Name="region"/></Key>"#,
        r#"<Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection><Record><PropertyValue Property="Name" PropertyPath="tracking"/></Record></Collection></PropertyValue></Record>"#,
        r#"<Record><PropertyValue Property="Name" PropertyPath="label/text"/><PropertyValue Property="Alias" String="labelText"/></Record><Record><PropertyValue Property="Name" PropertyPath="region"/></Record>"#,
    ] {
        assert!(flat.contains(part), "{part}\n{xml}");
    }
}

#[test]
fn another_path_is_another_key_for_stored_values() {
    let snapshot = ModelSnapshot::new(&Model::of::<Catalog>().unwrap());
    let recorded = snapshot.to_json();
    assert!(recorded.contains(r#"[{"labelId":"label/id"},"region"]"#), "{recorded}");
    let earlier =
        ModelSnapshot::from_json(&recorded.replace(r#"{"labelId":"label/id"}"#, r#"{"id":"label/id"}"#)).unwrap();
    let differences: Vec<_> = earlier.differences(&snapshot).iter().map(ToString::to_string).collect();
    assert_eq!(differences.len(), 1, "{differences:?}");
    assert!(differences[0].starts_with("catalog.parcel: "), "{differences:?}");
}

#[tokio::test]
async fn a_service_finds_entities_by_them() {
    let server = Server::start().await;
    let body = json!({"label": {"id": 1, "text": "a"}, "region": "x"}).to_string();
    let created = server.post("parcels", &body).await.expect(201);
    assert_eq!(created.header("location"), server.url("parcels(labelId=1,region='x')"));
    server.post("parcels", &body).await.expect(409);
    server.post("parcels", &json!({"label": {"id": 2}, "region": "x"}).to_string()).await.expect(201);

    let found = server.get("parcels(region='x',labelId=1)").await.expect(200).json();
    assert_eq!(found["label"], json!({"id": 1, "text": "a"}));
    server.get("parcels(labelId=3,region='x')").await.expect(404);
    server.get("parcels(label=1,region='x')").await.expect(400);

    // Without the whole key, an entity says what its URL is.
    let listed = server.get("parcels?$select=label/text,region").await.expect(200).json();
    assert_eq!(listed["value"][0]["@odata.id"], server.url("parcels(labelId=1,region='x')"));
    let listed = server.get("parcels?$select=label/id,region").await.expect(200).json();
    assert_eq!(listed["value"][0].get("@odata.id"), None);
    let listed = server.get("parcels?$select=label,region").await.expect(200).json();
    assert_eq!(listed["value"][0].get("@odata.id"), None);

    let patch = json!({"label": {"id": 9, "text": "b"}, "region": "z", "sender": "me"}).to_string();
    server.patch("parcels(labelId=1,region='x')", &patch).await.expect(200);
    let found = server.get("parcels(labelId=1,region='x')").await.expect(200).json();
    assert_eq!(
        (&found["label"], &found["region"], &found["sender"]),
        (&json!({"id": 1, "text": "b"}), &json!("x"), &json!("me"))
    );
    // A body with nothing but the key changes nothing.
    let before = server.get("parcels(labelId=1,region='x')").await.header("etag").to_owned();
    server.patch("parcels(labelId=1,region='x')", r#"{"label": {"id": 9}}"#).await.expect(200);
    assert_eq!(server.get("parcels(labelId=1,region='x')").await.header("etag"), before);

    server.request("DELETE", "parcels(labelId=1,region='x')").send().await.expect(204);
    server.get("parcels(labelId=1,region='x')").await.expect(404);
    server.get("parcels(labelId=2,region='x')").await.expect(200);
}

#[tokio::test]
async fn a_repository_takes_their_values() {
    let service = service(SqliteStore::in_memory().unwrap());
    let parcels = service.repository(Catalog::SETS.parcels, &Caller::new(Partition::new("p")));
    parcels.insert(parcel(1, "x")).await.unwrap();
    assert_eq!(parcels.get((1, "x")).await.unwrap().unwrap().label.id, 1);
    assert!(parcels.get((2, "x")).await.unwrap().is_none());
    let error = parcels.update((1, "x"), |parcel| parcel.label.id = 2).await.unwrap_err();
    assert_eq!((error.code(), error.target()), (ErrorCode::NOT_UPDATABLE, Some("label/id")));
    let error = parcels.get(("one", "x")).await.unwrap_err();
    assert_eq!((error.code(), error.target()), (ErrorCode::WRONG_TYPE, Some("labelId")));
}
