//! Hooks: what they see, what they may do, and the order in which they run.

mod deletes;
mod repeating;

use std::sync::{Arc, Mutex};

use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use odata_core::{Error, ErrorCode, Model, Nav, ODataContainer, ODataEntity, value::DateTimeOffset};
use odata_service::{
    Authorizer, Caller, Grant, ODataService, ODataServiceBuilder, Partition, Refusal,
    hooks::{Change, Write},
    store::{EntityStore, sqlite::SqliteStore},
};
use serde_json::Value;
use tower_service::Service as _;

/// The base type of everything in the library.
#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.thing", abstract)]
struct Thing {
    #[odata(key)]
    id: String,
    #[odata(computed)]
    changed: Option<DateTimeOffset>,
}

#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.shelf")]
struct Shelf {
    #[odata(base)]
    thing: Thing,
    colour: Option<String>,
    #[odata(contains_target)]
    books: Nav<Vec<Book>>,
    #[odata(contains_target)]
    signs: Nav<Vec<Sign>>,
}

#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.book")]
struct Book {
    #[odata(base)]
    thing: Thing,
    pages: i32,
    #[odata(contains_target)]
    notes: Nav<Vec<Note>>,
}

#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.sign")]
struct Sign {
    #[odata(base)]
    thing: Thing,
}

#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.note")]
struct Note {
    #[odata(base)]
    thing: Thing,
}

/// The opening hours.
#[derive(ODataEntity, Clone, Debug)]
#[odata(type = "library.hours")]
struct Hours {
    #[odata(key, computed)]
    id: String,
    opens: i32,
}

#[derive(ODataContainer)]
#[odata(type = "library.Container")]
struct Library {
    #[odata(entity_set)]
    shelves: Vec<Shelf>,
    #[odata(singleton)]
    hours: Hours,
}

/// What is known about a user.
struct User(String);

/// Reads the header `authorization` as the name of a user of the one library.
struct Names;

impl Authorizer for Names {
    fn authorize(&self, head: &http::request::Parts) -> Result<Grant, Refusal> {
        let name = head.headers.get("authorization").and_then(|name| name.to_str().ok()).unwrap_or("nobody");
        Ok(Grant::new(Partition::new("library")).with_claims(User(name.to_owned())))
    }
}

fn builder_on(store: impl EntityStore) -> ODataServiceBuilder {
    ODataService::builder(Model::of::<Library>().unwrap()).store(store).authorizer(Names)
}

fn builder() -> ODataServiceBuilder {
    builder_on(SqliteStore::in_memory().unwrap())
}

async fn send_as(user: &str, service: &ODataService, method: &str, uri: &str, body: &str) -> (StatusCode, Value) {
    let request = Request::builder().method(method).uri(uri).header("host", "localhost");
    let request = request.header("content-type", "application/json").header("authorization", user);
    let response = service.clone().call(request.body(body.to_owned()).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status, serde_json::from_slice(&body).unwrap_or_default())
}

async fn send(service: &ODataService, method: &str, uri: &str, body: &str) -> (StatusCode, Value) {
    send_as("ann", service, method, uri, body).await
}

/// Lines that hooks write.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn add(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// Returns a line about a change.
fn line(hook: &str, change: &Change<Thing>) -> String {
    let id = |thing: Option<&Thing>| thing.map_or("-", |thing| &thing.id).to_owned();
    format!("{hook} {} > {}", id(change.old()), id(change.new_state()))
}

/// Adds hooks of all kinds that log what they see of all entities.
fn logged(builder: ODataServiceBuilder, log: &Log) -> ODataServiceBuilder {
    let (prepared, written, committed) = (log.clone(), log.clone(), log.clone());
    builder
        .after_commit(move |change: Change<Thing>| {
            committed.add(line("after", &change));
            async { Ok(()) }
        })
        .before_write(move |write: &mut Write<'_, Thing>| {
            let old = write.old().map_or("-", |old| &old.id).to_owned();
            written.add(format!("write {old} > {}", write.new_mut().map_or("-", |new| &new.id)));
            Ok(())
        })
        .prepare(move |change: Change<Thing>| {
            let prepared = prepared.clone();
            async move {
                tokio::task::yield_now().await;
                prepared.add(line("prepare", &change));
                Ok(())
            }
        })
}

#[tokio::test]
async fn hooks_run_before_in_and_after_the_transaction_for_each_kind_of_write() {
    let log = Log::default();
    let service = logged(builder(), &log).build().unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    assert_eq!(log.take(), ["prepare - > s", "write - > s", "after - > s"]);
    send(&service, "PATCH", "/shelves/s", r#"{"colour": "red"}"#).await;
    assert_eq!(log.take(), ["prepare s > s", "write s > s", "after s > s"]);
    send(&service, "DELETE", "/shelves/s", "").await;
    assert_eq!(log.take(), ["prepare s > -", "write s > -", "after s > -"]);
    // A PATCH without changes is not a write.
    send(&service, "POST", "/shelves", r#"{"id": "t"}"#).await;
    log.take();
    assert_eq!(send(&service, "PATCH", "/shelves/t", "{}").await.0, 200);
    assert_eq!(log.take(), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_refused_before_the_transaction_has_no_hooks() {
    let log = Log::default();
    let service = logged(builder(), &log).build().unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    log.take();
    for (method, uri, body, status) in [
        ("POST", "/shelves", r#"{"id": "s"}"#, 409),
        ("POST", "/shelves", r#"{"id": 7}"#, 400),
        ("PATCH", "/shelves/t", r#"{"colour": "red"}"#, 404),
        ("PATCH", "/shelves/s", r#"{"colour": 7}"#, 400),
        ("DELETE", "/shelves/t", "", 404),
        ("POST", "/shelves/t/books", r#"{"id": "b", "pages": 1}"#, 404),
    ] {
        assert_eq!(send(&service, method, uri, body).await.0, status, "{method} {uri}");
        assert_eq!(log.take(), Vec::<String>::new(), "{method} {uri}");
    }
    // Neither does a write whose precondition fails.
    let late = service.repository(Library::SETS.shelves, &Caller::new(Partition::new("library"))).if_match(1 << 40);
    assert_eq!(late.delete("s").await.unwrap_err().code(), ErrorCode::PRECONDITION_FAILED);
    assert_eq!(log.take(), Vec::<String>::new());
}

#[tokio::test]
async fn hooks_see_the_stored_and_the_new_state_the_caller_and_one_time() {
    let times = Arc::new(Mutex::new(Vec::new()));
    let (first, second, third) = (Arc::clone(&times), Arc::clone(&times), Arc::clone(&times));
    let service = builder()
        .before_write(move |write: &mut Write<'_, Shelf>| {
            let (user, now) = (write.caller().claims::<User>().expect("claims").0.clone(), write.now());
            assert_eq!(write.caller().partition().as_str(), "library");
            first.lock().unwrap().push(now);
            match write {
                Write::Insert { new, .. } => new.colour = Some(format!("{user}'s")),
                Write::Update { old, new, .. } => {
                    let colours = (old.colour.as_deref().unwrap_or("none"), new.colour.as_deref().unwrap_or("none"));
                    new.colour = Some(format!("{user}: {} > {}", colours.0, colours.1));
                }
                Write::Delete { old, .. } => {
                    assert!(old.colour.is_some());
                    return Err(Error::new(ErrorCode::FORBIDDEN, format!("{user} must not delete {}", old.id)));
                }
            }
            Ok(())
        })
        .before_write(move |write: &mut Write<'_, Thing>| {
            let now = write.now();
            second.lock().unwrap().push(now);
            write.new_mut().into_iter().for_each(|thing| thing.changed = Some(now));
            Ok(())
        })
        .after_commit(move |change: Change<Shelf>| {
            let third = Arc::clone(&third);
            async move {
                third.lock().unwrap().push(change.now());
                assert_eq!(change.new_state().and_then(|shelf| shelf.changed), Some(change.now()));
                Ok(())
            }
        })
        .build()
        .unwrap();
    let (_, created) = send(&service, "POST", "/shelves", r#"{"id": "s", "colour": "red"}"#).await;
    assert_eq!(created["colour"], "ann's");
    let made: Vec<_> = std::mem::take(&mut times.lock().unwrap());
    assert!(made.len() == 3 && made.iter().all(|time| *time == made[0]), "{made:?}");
    assert_eq!(created["changed"], made[0].to_string());
    let (_, updated) = send_as("bob", &service, "PATCH", "/shelves/s", r#"{"colour": "blue"}"#).await;
    assert_eq!(updated["colour"], "bob: ann's > blue");
    let (status, refused) = send_as("eve", &service, "DELETE", "/shelves/s", "").await;
    assert_eq!((status.as_u16(), &refused["error"]["message"]), (403, &"eve must not delete s".into()));
    assert_eq!(send(&service, "GET", "/shelves/s", "").await.0, 200);
}

#[tokio::test]
async fn preparing_may_take_long_and_refuses_with_any_status() {
    let log = Log::default();
    let service = logged(builder(), &log)
        .prepare(|change: Change<Book>| async move {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            match (change.old(), change.new_state()) {
                (Some(old), Some(new)) if new.pages < old.pages => {
                    Err(Error::new(ErrorCode::new("Torn", 422), "pages do not vanish").with_target("pages"))
                }
                _ => Ok(()),
            }
        })
        .build()
        .unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    assert_eq!(send(&service, "POST", "/shelves/s/books", r#"{"id": "b", "pages": 9}"#).await.0, 201);
    log.take();
    let (status, body) = send(&service, "PATCH", "/shelves/s/books/b", r#"{"pages": 8}"#).await;
    assert_eq!(
        (status.as_u16(), &body["error"]["code"], &body["error"]["target"]),
        (422, &"Torn".into(), &"pages".into())
    );
    assert_eq!(log.take(), ["prepare b > b"]);
    assert_eq!(send(&service, "GET", "/shelves/s/books/b", "").await.1["pages"], 9);
    assert_eq!(send(&service, "PATCH", "/shelves/s/books/b", r#"{"pages": 10}"#).await.1["pages"], 10);
}

#[tokio::test]
async fn failures_after_the_commit_do_not_fail_the_request() {
    let log = Log::default();
    let last = log.clone();
    let service = builder()
        .after_commit(|_: Change<Shelf>| async { Err("the news have no reader".into()) })
        .after_commit(|change: Change<Shelf>| async move { panic!("{} on purpose", change.now()) })
        .after_commit(|change: Change<Shelf>| {
            assert!(change.old().is_some(), "on purpose, too");
            async { Ok(()) }
        })
        .after_commit(move |change: Change<Shelf>| {
            last.add(change.new_state().map_or("-", |shelf| &shelf.id));
            async { Ok(()) }
        })
        .build()
        .unwrap();
    assert_eq!(send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await.0, 201);
    assert_eq!(log.take(), ["s"]);
    assert_eq!(send(&service, "GET", "/shelves/s", "").await.0, 200);
}

#[tokio::test]
async fn a_hook_sets_the_key_of_an_insert_and_keeps_that_of_an_update() {
    let service = builder()
        .before_write(|write: &mut Write<'_, Shelf>| {
            match write {
                Write::Insert { new, .. } => new.thing.id.push('!'),
                Write::Update { new, .. } if new.colour.as_deref() == Some("key") => new.thing.id.push('?'),
                _ => {}
            }
            Ok(())
        })
        .build()
        .unwrap();
    let (status, created) = send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    assert_eq!((status.as_u16(), &created["id"]), (201, &"s!".into()));
    assert_eq!(send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await.0, 409);
    let (status, body) = send(&service, "PATCH", "/shelves('s!')", r#"{"colour": "key"}"#).await;
    assert_eq!((status.as_u16(), &body["error"]["code"]), (500, &"InternalError".into()));
    assert_eq!(send(&service, "GET", "/shelves('s!')", "").await.1["colour"], Value::Null);
}

#[tokio::test]
async fn singletons_have_hooks_as_well() {
    let log = Log::default();
    let (written, committed) = (log.clone(), log.clone());
    let service = builder()
        .before_write(move |write: &mut Write<'_, Hours>| {
            written.add(format!("{:?} from {:?}", write.kind(), write.old().map(|hours| hours.opens)));
            Ok(())
        })
        .after_commit(move |change: Change<Hours>| {
            committed.add(format!("{:?} to {:?}", change.kind(), change.new_state().map(|hours| hours.opens)));
            async { Ok(()) }
        })
        .build()
        .unwrap();
    assert_eq!(send(&service, "PATCH", "/hours", r#"{"opens": 8}"#).await.0, 201);
    assert_eq!(send(&service, "PUT", "/hours", r#"{"opens": 9}"#).await.0, 200);
    let expected = ["Insert from None", "Insert to Some(8)", "Update from Some(8)", "Update to Some(9)"];
    assert_eq!(log.take(), expected);
}

#[tokio::test]
async fn a_panic_before_the_transaction_fails_the_request_alone() {
    let service = builder().prepare(|change: Change<Shelf>| async move {
        assert!(change.new_state().is_none_or(|shelf| shelf.colour.is_some()), "on purpose");
        Ok(())
    });
    let service = service.build().unwrap();
    let (status, body) = send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    assert_eq!((status.as_u16(), &body["error"]["code"]), (500, &"InternalError".into()));
    assert_eq!(send(&service, "POST", "/shelves", r#"{"id": "s", "colour": "red"}"#).await.0, 201);
}

#[tokio::test]
async fn hooks_after_a_commit_run_even_if_the_client_has_gone_away() {
    let (news, mut read) = tokio::sync::mpsc::unbounded_channel();
    let service = builder().after_commit(move |change: Change<Shelf>| {
        let news = news.clone();
        async move {
            tokio::task::yield_now().await;
            news.send(change.new_state().map(|shelf| shelf.thing.id.clone()))?;
            Ok(())
        }
    });
    let mut service = service.build().unwrap();
    let request = Request::post("/shelves").header("host", "localhost").header("content-type", "application/json");
    let mut response = service.call(request.body(r#"{"id": "s"}"#.to_owned()).unwrap());
    // The request has begun, and nobody waits for its end.
    std::future::poll_fn(|context| {
        assert!(response.as_mut().poll(context).is_pending());
        std::task::Poll::Ready(())
    })
    .await;
    drop(response);
    assert_eq!(read.recv().await.unwrap().as_deref(), Some("s"));
}
