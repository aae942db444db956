//! The service as a tower service inside the process: the parts of the embedder, and their failures.

use std::{convert::Infallible, io, sync::Arc};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, StreamBody};
use odata_core::{AnyOf, Error, ErrorCode, Model, ODataContainer, ODataEntity};
use odata_service::{
    BuildError, NoAuthorization, ODataService, ODataServiceBuilder, Partition,
    hooks::Write,
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Query, StoreError, StoreFuture, StoredEntity, Work,
        WorkOutput, sqlite::SqliteStore,
    },
};
use serde_json::Value;
use tower_service::Service as _;

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    number: i32,
    title: String,
}

/// All songs.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

fn builder() -> ODataServiceBuilder {
    ODataService::builder(Model::of::<Music>().unwrap())
        .store(SqliteStore::in_memory().unwrap())
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
}

async fn send(service: &ODataService, method: &str, uri: &str, body: &str) -> (Response<()>, Value) {
    let request = Request::builder().method(method).uri(uri).header("host", "localhost");
    let request = request.header("content-type", "application/json");
    let response = service.clone().call(request.body(body.to_owned()).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (Response::from_parts(head, ()), serde_json::from_slice(&body).unwrap_or_default())
}

#[test]
fn a_service_needs_a_store_and_an_authorizer() {
    let model = || Model::of::<Music>().unwrap();
    let authorizer = NoAuthorization::new(Partition::new("x"));
    let no_store = ODataService::builder(model()).authorizer(authorizer);
    assert_eq!(no_store.build().unwrap_err(), BuildError::NoStore);
    let no_authorizer = ODataService::builder(model()).store(SqliteStore::in_memory().unwrap());
    assert_eq!(no_authorizer.build().unwrap_err(), BuildError::NoAuthorizer);
    assert_eq!(builder().page_size(0).build().unwrap_err(), BuildError::EmptyPages);
    let invalid = builder().service_roots(["beta"]).build();
    assert_eq!(invalid.unwrap_err(), BuildError::InvalidRoot("beta".to_owned()));
}

/// A recording, whose sound is its stream.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.recording", has_stream, allow(has_stream_below_base))]
struct Recording {
    #[odata(base)]
    song: Song,
}

#[derive(ODataContainer)]
#[odata(type = "music.Recordings")]
struct Recordings {
    #[odata(entity_set)]
    songs: Vec<Song>,
    #[odata(entity_set)]
    all: Vec<AnyOf<Song>>,
}

#[derive(ODataContainer)]
#[odata(type = "music.Newest", types(only()))]
struct Newest {
    #[odata(singleton)]
    newest: Recording,
}

#[test]
fn media_entities_are_refused_because_their_media_cannot_be_served() {
    let refused = |model: Model, place: &str| {
        let store = SqliteStore::in_memory().unwrap();
        let authorizer = NoAuthorization::new(Partition::new("everybody"));
        let error = ODataService::builder(model).store(store).authorizer(authorizer).build().unwrap_err();
        assert_eq!(error, BuildError::MediaEntities { place: place.to_owned(), type_name: "music.recording" });
        assert!(error.to_string().contains("whose media the service cannot serve"));
    };
    refused(Model::of::<Recordings>().unwrap(), "all");
    refused(Model::of::<Newest>().unwrap(), "newest");
    // Their type alone does no harm.
    assert!(Model::of::<Music>().unwrap().types().iter().any(|ty| ty.has_stream()));
    builder().build().unwrap();
}

#[tokio::test]
async fn urls_have_the_scheme_and_host_that_are_known() {
    let service = builder().build().unwrap();
    let (created, _) = send(&service, "POST", "/songs", r#"{"number": 5, "title": "x"}"#).await;
    assert_eq!(created.headers()["location"], "http://localhost/songs/5");
    let (_, song) = send(&service, "GET", "http://music.example:81/songs(5)", "").await;
    assert_eq!(song["@odata.context"], "http://music.example:81/$metadata#songs/$entity");

    let behind_tls = builder().scheme(http::uri::Scheme::HTTPS).service_roots(["/v1.0"]).build().unwrap();
    let (_, document) = send(&behind_tls, "GET", "/v1.0", "").await;
    assert_eq!(document["@odata.context"], "https://localhost/v1.0/$metadata");
}

#[tokio::test]
async fn limits_are_the_embedders() {
    let service = builder().page_size(1).body_limit(40).build().unwrap();
    for number in 0..2 {
        let (created, _) = send(&service, "POST", "/songs", &format!(r#"{{"number": {number}, "title": ""}}"#)).await;
        assert_eq!(created.status(), 201);
    }
    let (_, list) = send(&service, "GET", "/songs", "").await;
    assert_eq!(list["value"].as_array().unwrap().len(), 1);
    assert!(list["@odata.nextLink"].is_string());
    let (large, _) =
        send(&service, "POST", "/songs", &format!(r#"{{"number": 3, "title": "{}"}}"#, "x".repeat(40))).await;
    assert_eq!(large.status(), 413);
}

#[tokio::test]
async fn a_hook_sees_every_write_and_may_refuse_it() {
    let service = builder()
        .before_write(|write: &mut Write<'_, Song>| {
            match write {
                Write::Insert { new, .. } => new.title.push('+'),
                Write::Update { new, .. } => new.title.push('*'),
                Write::Delete { .. } => {}
            }
            Ok(())
        })
        .before_write(|write: &mut Write<'_, Song>| match write.new_mut() {
            Some(song) if song.title.len() > 4 => {
                Err(Error::new(ErrorCode::TOO_LONG, "the title is too long").with_target("title"))
            }
            _ => Ok(()),
        })
        .build()
        .unwrap();
    let (_, created) = send(&service, "POST", "/songs", r#"{"number": 5, "title": "x"}"#).await;
    assert_eq!(created["title"], "x+");
    let (_, updated) = send(&service, "PATCH", "/songs/5", r#"{"title": "y"}"#).await;
    assert_eq!(updated["title"], "y*");
    let (refused, body) = send(&service, "PATCH", "/songs/5", r#"{"title": "12345"}"#).await;
    assert_eq!((refused.status().as_u16(), &body["error"]["target"]), (400, &"title".into()));
    assert_eq!(send(&service, "GET", "/songs/5", "").await.1["title"], "y*");
}

/// Codes of the application's own.
const QUOTA: ErrorCode = ErrorCode::new("QuotaExceeded", 409);
const LATE: ErrorCode = ErrorCode::new("NotToday", 503);

#[tokio::test]
async fn a_hook_refuses_with_a_code_and_status_of_the_application() {
    let service = builder()
        .before_write(|write: &mut Write<'_, Song>| {
            let refused = |code| Err(Error::new(code, "no").with_target("title"));
            match write.new_mut().map_or("", |song| &song.title) {
                "one more" => refused(QUOTA),
                "late" => refused(LATE).map_err(|error| error.with_detail(Error::new(ErrorCode::TOO_LONG, "and long"))),
                "secret" => refused(ErrorCode::FORBIDDEN),
                "whose" => refused(ErrorCode::UNAUTHENTICATED),
                "deep" => refused(ErrorCode::DEEP_OPERATION_NOT_SUPPORTED),
                _ => Ok(()),
            }
        })
        .build()
        .unwrap();
    send(&service, "POST", "/songs", r#"{"number": 5, "title": "x"}"#).await;
    // Both are refused inside of the transaction.
    for (method, uri) in [("POST", "/songs"), ("PATCH", "/songs/5")] {
        for (title, status, expected) in [
            ("one more", 409, r#"{"code":"QuotaExceeded","message":"no","target":"title"}"#),
            (
                "late",
                503,
                r#"{"code":"NotToday","message":"no","target":"title","details":[{"code":"TooLong","message":"and long"}]}"#,
            ),
            ("secret", 403, r#"{"code":"Forbidden","message":"no","target":"title"}"#),
            ("whose", 401, r#"{"code":"Unauthenticated","message":"no","target":"title"}"#),
            ("deep", 501, r#"{"code":"DeepOperationNotSupported","message":"no","target":"title"}"#),
        ] {
            let number = if method == "POST" { r#""number": 6, "# } else { "" };
            let (refused, body) = send(&service, method, uri, &format!(r#"{{{number}"title": "{title}"}}"#)).await;
            assert_eq!(refused.status(), status, "{method} {title}");
            assert_eq!(body["error"], serde_json::from_str::<Value>(expected).unwrap(), "{method} {title}");
            assert_eq!(refused.headers()["content-language"], "en");
            let challenge = refused.headers().get("www-authenticate").map(|challenge| challenge.to_str().unwrap());
            assert_eq!(challenge, (status == 401).then_some("Bearer"), "{method} {title}");
        }
    }
    assert_eq!(send(&service, "GET", "/songs/5", "").await.1["title"], "x");
    assert_eq!(send(&service, "GET", "/songs/6", "").await.0.status(), 404);
}

#[tokio::test]
async fn a_hook_that_fails_changes_nothing() {
    let service = builder()
        .before_write(|write: &mut Write<'_, Song>| {
            if let Write::Update { new, .. } = write {
                match new.title.as_str() {
                    "key" => new.number = 6,
                    "panic" => panic!("on purpose"),
                    _ => {}
                }
            }
            Ok(())
        })
        .build()
        .unwrap();
    send(&service, "POST", "/songs", r#"{"number": 5, "title": "x"}"#).await;
    for title in ["key", "panic"] {
        let (failed, body) = send(&service, "PATCH", "/songs/5", &format!(r#"{{"title": "{title}"}}"#)).await;
        assert_eq!((failed.status().as_u16(), &body["error"]["code"]), (500, &"InternalError".into()));
    }
    assert_eq!(send(&service, "GET", "/songs/5", "").await.1["title"], "x");
    assert_eq!(send(&service, "GET", "/songs/6", "").await.0.status(), 404);
}

/// A store whose storage is broken.
struct Broken {
    error: fn(&'static str) -> StoreError,
}

const SECRET: &str = "the secret path of the disk";

impl EntityStore for Broken {
    fn capabilities(&self) -> &Capabilities {
        const { &Capabilities::new() }
    }

    fn get<'a>(&'a self, _: &'a Partition, _: &'a EntityAddress) -> StoreFuture<'a, Option<StoredEntity>> {
        Box::pin(async { Err((self.error)(SECRET)) })
    }

    fn query(&self, _: Partition, _: Arc<Query>) -> StoreFuture<'_, Answer> {
        Box::pin(async { Err((self.error)(SECRET)) })
    }

    fn transact(&self, _: Partition, _: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        Box::pin(async { Err((self.error)(SECRET)) })
    }
}

#[tokio::test]
async fn the_cause_of_a_failure_of_the_storage_stays_inside() {
    for (error, status) in [(StoreError::failed as fn(&'static str) -> StoreError, 500), (StoreError::busy, 503)] {
        let service = builder().store(Broken { error }).build().unwrap();
        for (method, uri) in [("GET", "/songs"), ("GET", "/songs/1"), ("DELETE", "/songs/1"), ("POST", "/songs")] {
            let (failed, body) = send(&service, method, uri, r#"{"number": 5, "title": "x"}"#).await;
            assert_eq!(failed.status(), status);
            assert_eq!(failed.headers()["odata-version"], "4.0");
            assert_eq!(failed.headers().contains_key("retry-after"), status == 503);
            assert!(body["error"]["message"].is_string() && !body.to_string().contains("secret"), "{body}");
        }
    }
}

#[tokio::test]
async fn a_body_that_ends_early_is_the_clients_fault() {
    let timed_out = || io::Error::from(io::ErrorKind::TimedOut);
    let causes: [(BodyError, u16); 4] = [
        ("the connection is gone".into(), 400),
        (io::Error::from(io::ErrorKind::ConnectionReset).into(), 400),
        (timed_out().into(), 408),
        (Box::new(Wrapped(timed_out())), 408),
    ];
    for (cause, status) in causes {
        let mut service = builder().build().unwrap();
        let frames = [Ok(http_body::Frame::data(Bytes::from_static(b"{\"number\": 5,"))), Err(cause)];
        let body = StreamBody::new(Frames(frames.into_iter()));
        let request = Request::post("/songs").header("host", "localhost").header("content-type", "application/json");
        let request = request.body(body).unwrap();
        let response: Result<_, Infallible> = service.call(request).await;
        let (head, body) = response.unwrap().into_parts();
        assert_eq!(head.status, status);
        let body: Value = serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap();
        assert!(body["error"]["message"].is_string(), "{body}");
        assert_eq!(send(&service, "GET", "/songs", "").await.1["value"], serde_json::json!([]));
    }
}

type BodyError = Box<dyn std::error::Error + Send + Sync>;
type Frame = Result<http_body::Frame<Bytes>, BodyError>;

/// An error that is caused by another one.
#[derive(Debug)]
struct Wrapped(io::Error);

impl std::fmt::Display for Wrapped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the body failed")
    }
}

impl std::error::Error for Wrapped {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

struct Frames(std::array::IntoIter<Frame, 2>);

impl futures_core::Stream for Frames {
    type Item = Frame;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Frame>> {
        std::task::Poll::Ready(self.0.next())
    }
}
