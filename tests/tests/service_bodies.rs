//! Bodies that are refused. Each of them changes nothing.

use bytes::Bytes;
use http_body_util::StreamBody;
use odata_tests::catalog::server::Server;

#[tokio::test]
async fn faults_of_a_body_are_named_by_their_place() {
    let server = Server::start().await;
    for (body, target) in [
        ("", None),
        ("{", None),
        ("[]", None),
        ("null", None),
        (r#"{"name": "x"} x"#, None),
        (r#"{"name": "x", "name": "y"}"#, Some("name")),
        (r#"{"price": 1}"#, Some("name")),
        (r#"{"name": null}"#, Some("name")),
        (r#"{"name": 5}"#, Some("name")),
        (r#"{"name": "x", "sold": "many"}"#, Some("sold")),
        (r#"{"name": "x", "sold": 1.5}"#, Some("sold")),
        (r#"{"name": "x", "colour": "red"}"#, Some("colour")),
        (r#"{"name": "x", "pages": 3}"#, Some("pages")),
        (r#"{"name": "x", "dimensions": {"height": 1}}"#, Some("dimensions/width")),
        (r#"{"name": "x", "dimensions": {"width": "wide"}}"#, Some("dimensions/width")),
        (r#"{"name": "x", "tags": null}"#, Some("tags")),
        (r#"{"name": "x", "tags": ["a", 1]}"#, Some("tags/1")),
        (r#"{"name": "this name is longer than the forty characters"}"#, Some("name")),
        (r#"{"name": "x", "sold": -1}"#, Some("sold")),
    ] {
        assert_eq!(server.post("products", body).await.fails(400).as_deref(), target, "{body}");
    }
    for ty in ["#catalog.nothing", "#catalog.item", "#catalog.review", "Edm.String"] {
        server.post("products", &format!(r#"{{"@odata.type": "{ty}", "name": "x"}}"#)).await.fails(400);
    }
    let deep = format!(r#"{{"name": "x", "extra": {}{}}}"#, "[".repeat(200), "]".repeat(200));
    server.post("categories", &deep).await.fails(400);
    for set in ["products", "categories"] {
        assert_eq!(server.get(set).await.expect(200).json()["value"], serde_json::json!([]), "nothing was stored");
    }
}

#[tokio::test]
async fn all_faults_of_a_body_come_at_once() {
    let server = Server::start().await;
    let answer = server.post("products", r#"{"name": null, "sold": "x", "tags": 1}"#).await.expect(400).json();
    assert_eq!(answer["error"]["target"], "name");
    let details = answer["error"]["details"].as_array().unwrap();
    assert_eq!(details.iter().map(|detail| &detail["target"]).collect::<Vec<_>>(), ["sold", "tags"]);
    let one = server.post("products", r#"{"name": null}"#).await.expect(400).json();
    assert_eq!(one["error"].get("details"), None);
    let none = server.get("nothing").await.expect(404).json();
    assert_eq!((none["error"].get("target"), none["error"].get("details")), (None, None));
}

#[tokio::test]
async fn a_refused_change_changes_nothing() {
    let server = Server::start().await;
    let created = server.post("products", r#"{"name": "x", "dimensions": {"width": 1}}"#).await.expect(201);
    for (body, target) in [
        (r#"{"name": "y", "sold": null}"#, Some("sold")),
        (r#"{"name": "y", "dimensions": {"width": null}}"#, Some("dimensions/width")),
        (r#"{"name": "y", "tags": null}"#, Some("tags")),
        (r#"{"name": "y", "sold": -1}"#, Some("sold")),
        (r#"{"name": "y", "colour": 1}"#, Some("colour")),
        (r#"{"name": "y" 1"#, Some("name")),
    ] {
        let failed = server.patch(created.header("location"), body).await.fails(400);
        assert_eq!(failed.as_deref(), target, "{body}");
        assert_eq!(server.get(created.header("location")).await.expect(200).body, created.body);
    }
}

#[tokio::test]
async fn related_entities_in_a_body_are_not_supported() {
    let server = Server::start().await;
    let body = r#"{"name": "x", "reviews": [{"number": 1, "stars": 1}]}"#;
    assert_eq!(server.post("products", body).await.fails(501).as_deref(), Some("reviews"));
    let body = r#"{"name": "x", "category@odata.bind": "categories('x')"}"#;
    server.post("products", body).await.fails(501);
    let created = server.post("products", r#"{"name": "x"}"#).await.expect(201);
    let body = r#"{"name": "y", "category": null}"#;
    assert_eq!(server.patch(created.header("location"), body).await.fails(501).as_deref(), Some("category"));
    assert_eq!(server.get(created.header("location")).await.expect(200).body, created.body);
}

#[tokio::test]
async fn an_object_that_asks_for_more_than_its_members_say_is_refused() {
    let server = Server::start().await;
    let created = server.post("products", r#"{"name": "x"}"#).await.expect(201);
    for member in ["@odata.bind", "@odata.removed", "@removed", "@odata.delta"] {
        let body = format!(r#"{{"name": "y", "{member}": {{}}}}"#);
        assert_eq!(server.post("products", &body).await.fails(400).as_deref(), Some(member));
        assert_eq!(server.patch(created.header("location"), &body).await.fails(400).as_deref(), Some(member));
        assert_eq!(server.put("owner", &body).await.fails(400).as_deref(), Some(member));
    }
    assert_eq!(server.get(created.header("location")).await.expect(200).body, created.body);
    assert_eq!(server.get("products").await.expect(200).json()["value"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn bodies_need_their_media_type() {
    let server = Server::start().await;
    server.request("POST", "categories").body(r#"{"name": "x"}"#).send().await.fails(415);
    let plain = server.request("POST", "categories").header("content-type", "text/plain").body(r#"{"name": "x"}"#);
    plain.send().await.fails(415);
    let json = server.request("POST", "categories").header("content-type", "application/json;charset=utf-8");
    json.body(r#"{"name": "x"}"#).send().await.expect(201);
}

#[tokio::test]
async fn bodies_over_the_limit_are_refused_by_their_head_and_by_their_length() {
    const LIMIT: usize = 1 << 20;
    let server = Server::start().await;
    let body = |length: usize| {
        let text = "x".repeat(length - r#"{"name":"x","about":""}"#.len());
        format!(r#"{{"name":"x","about":"{text}"}}"#)
    };
    server.post("categories", &body(LIMIT + 1)).await.fails(413);
    // Without a length in the head.
    let chunks = |body: String| {
        let chunk = http_body::Frame::data(Bytes::from(body));
        StreamBody::new(Chunks(Some(chunk)))
    };
    let call = server.request("POST", "categories").header("content-type", "application/json");
    call.send_body(chunks(body(LIMIT + 1))).await.fails(413);
    // A length that is too large is refused without waiting for the body.
    let call = server.request("POST", "categories").header("content-type", "application/json");
    call.header("content-length", "9999999").send_body(StreamBody::new(Silence)).await.fails(413);
    server.get("categories/x").await.fails(404);

    let call = server.request("POST", "categories").header("content-type", "application/json");
    call.send_body(chunks(body(LIMIT))).await.expect(201);
}

/// A body of one chunk.
struct Chunks(Option<http_body::Frame<Bytes>>);

/// A body that never comes.
struct Silence;

type Frame = Result<http_body::Frame<Bytes>, std::convert::Infallible>;

impl futures_core::Stream for Chunks {
    type Item = Frame;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Frame>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

impl futures_core::Stream for Silence {
    type Item = Frame;

    fn poll_next(self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Frame>> {
        std::task::Poll::Pending
    }
}
