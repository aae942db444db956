//! Singletons: made by their first write, replaced by PUT, changed by PATCH.

use odata_tests::catalog::server::Server;
use serde_json::{Value, json};

#[tokio::test]
async fn a_nullable_singleton_is_nothing_until_it_is_written() {
    let server = Server::start().await;
    let nothing = server.get("owner").await.expect(204);
    assert!(nothing.body.is_empty());
    let created = server.put("owner", r#"{"name": "Ada", "address": "London"}"#).await.expect(201);
    let body = created.json();
    assert_eq!(body["@odata.context"], server.url("$metadata#owner"));
    assert_eq!(body["@odata.type"], "#catalog.owner");
    assert_eq!((&body["name"], &body["address"]), (&json!("Ada"), &json!("London")));
    assert_eq!(created.header("location"), server.url("owner"));
    assert_eq!(created.header("odata-entityid"), server.url("owner"));
    assert_eq!(created.header("etag"), body["@odata.etag"]);
    assert!(body["changed"].is_string());
    assert_eq!(server.get("owner").await.expect(200).body, created.body);

    let other = server.request("GET", "owner").token(Some("other")).send().await;
    other.expect(204);
    let other = server.request("PATCH", "owner").token(Some("other")).json("{}").send().await.expect(201);
    assert_ne!(other.json()["id"], body["id"], "each partition has its own");
}

#[tokio::test]
async fn put_replaces_and_patch_merges() {
    let server = Server::start().await;
    let created = server.patch("owner", r#"{"name": "Ada", "address": "London"}"#).await.expect(201).json();
    let id = created["id"].as_str().unwrap();
    assert_eq!(id, id.to_lowercase());
    assert_eq!(id.as_bytes()[14], b'5', "a GUID of version 5: {id}");

    let patched = server.patch("owner", r#"{"address": "Paris", "id": "x"}"#).await.expect(200).json();
    assert_eq!((&patched["name"], &patched["address"]), (&json!("Ada"), &json!("Paris")));
    let put = server.put("owner", r#"{"name": "Grace", "id": null}"#).await.expect(200).json();
    assert_eq!((&put["name"], &put["address"]), (&json!("Grace"), &Value::Null));
    assert_eq!((&patched["id"], &put["id"]), (&created["id"], &created["id"]));

    for body in [r#"{"name": 1}"#, r#"{"colour": 1}"#, r##"{"@odata.type": "#catalog.review"}"##] {
        server.put("owner", body).await.fails(400);
        server.patch("owner", body).await.fails(400);
    }
    assert_eq!(server.get("owner").await.expect(200).json(), put);
}

#[tokio::test]
async fn what_a_singleton_contains_is_its_own_business() {
    let server = Server::start().await;
    let note = server.post("owner/notes", r#"{"text": "before"}"#).await.expect(201);
    assert_eq!(note.json()["@odata.context"], server.url("$metadata#owner/notes/$entity"));
    server.get("owner").await.expect(204);
    server.put("owner", "{}").await.expect(201);
    server.put("owner", "{}").await.expect(200);
    let notes = server.get("owner/notes").await.expect(200).json();
    assert_eq!(notes["@odata.context"], server.url("$metadata#owner/notes"));
    assert_eq!(notes["value"][0]["text"], "before");
    assert_eq!(server.put("owner", r#"{"notes": []}"#).await.fails(501).as_deref(), Some("notes"));
}

#[tokio::test]
async fn a_singleton_that_cannot_be_null_is_not_there_until_it_is_written() {
    let server = Server::start().await;
    server.get("settings").await.fails(404);
    assert_eq!(server.patch("settings", r#"{"region": "eu"}"#).await.fails(400).as_deref(), Some("currency"));
    server.get("settings").await.fails(404);
    let created = server.put("settings", r#"{"currency": "EUR", "region": "eu"}"#).await.expect(201).json();
    let replaced = server.put("settings", r#"{"currency": "USD", "region": "us"}"#).await.expect(200).json();
    assert_eq!((&replaced["currency"], &replaced["region"]), (&json!("USD"), &json!("eu")), "immutable");
    assert_eq!(replaced["id"], created["id"]);
    assert_eq!(server.put("settings", r#"{"region": "us"}"#).await.fails(400).as_deref(), Some("currency"));
}

#[tokio::test]
async fn conditions_decide_between_making_and_changing() {
    let server = Server::start().await;
    for method in ["PUT", "PATCH"] {
        server.request(method, "owner").header("if-match", "*").json("{}").send().await.fails(412);
    }
    server.get("owner").await.expect(204);
    let create = server.request("PUT", "owner").header("if-none-match", "*").json("{}");
    let etag = create.send().await.expect(201).header("etag").to_owned();
    for method in ["PUT", "PATCH"] {
        server.request(method, "owner").header("if-none-match", "*").json("{}").send().await.fails(412);
        server.request(method, "owner").header("if-match", "\"zzz\"").json("{}").send().await.fails(412);
    }
    server.request("PUT", "owner").header("if-match", &etag).json("{}").send().await.expect(200);
    server.request("GET", "owner").header("if-none-match", "*").send().await.expect(304);
}
