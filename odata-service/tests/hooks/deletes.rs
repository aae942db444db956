//! Deletes of entities with all that they contain.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use odata_core::{Error, ErrorCode, Nav};
use odata_service::{
    Caller, Partition,
    hooks::{Change, Write, WriteKind},
};

use super::{Book, Library, Log, Note, Shelf, Sign, Thing, builder, logged, send};

#[tokio::test]
async fn a_delete_goes_from_the_entity_down_and_each_entity_has_its_hooks() {
    let log = Log::default();
    let service = logged(builder(), &log).build().unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    send(&service, "POST", "/shelves", r#"{"id": "other"}"#).await;
    send(&service, "POST", "/shelves/other/books", r#"{"id": "b1", "pages": 1}"#).await;
    for (uri, id) in
        [("signs", "x"), ("books", "b2"), ("books", "b1"), ("books/b2/notes", "n2"), ("books/b2/notes", "n1")]
    {
        let pages = if uri == "books" { r#", "pages": 1"# } else { "" };
        let (status, _) =
            send(&service, "POST", &format!("/shelves/s/{uri}"), &format!(r#"{{"id": "{id}"{pages}}}"#)).await;
        assert_eq!(status, 201);
    }
    log.take();
    assert_eq!(send(&service, "DELETE", "/shelves/s", "").await.0, 204);
    // In the order of declaration, and of insertion.
    let order = ["s", "b2", "n2", "n1", "b1", "x"];
    let expected: Vec<_> =
        ["prepare", "write", "after"].iter().flat_map(|hook| order.map(|id| format!("{hook} {id} > -"))).collect();
    assert_eq!(log.take(), expected);
    assert_eq!(send(&service, "GET", "/shelves/other/books/b1", "").await.0, 200);
}

#[tokio::test]
async fn hooks_of_contained_types_alone_are_reached() {
    let log = Log::default();
    let (written, committed) = (log.clone(), log.clone());
    let service = builder()
        .before_write(move |write: &mut Write<'_, Note>| {
            written.add(format!("write {:?}", write.kind()));
            Ok(())
        })
        .after_commit(move |change: Change<Sign>| {
            committed.add(format!("after {:?}", change.kind()));
            async { Ok(()) }
        });
    let service = service.build().unwrap();
    for (uri, body) in [
        ("/shelves", r#"{"id": "s"}"#),
        ("/shelves/s/signs", r#"{"id": "x"}"#),
        ("/shelves/s/books", r#"{"id": "b", "pages": 1}"#),
        ("/shelves/s/books/b/notes", r#"{"id": "n"}"#),
    ] {
        assert_eq!(send(&service, "POST", uri, body).await.0, 201);
    }
    assert_eq!(log.take(), ["after Insert", "write Insert"]);
    assert_eq!(send(&service, "DELETE", "/shelves/s", "").await.0, 204);
    assert_eq!(log.take(), ["write Delete", "after Delete"]);
}

#[tokio::test]
async fn a_contained_entity_that_stays_keeps_what_contains_it() {
    let log = Log::default();
    let service = logged(builder(), &log)
        .before_write(|write: &mut Write<'_, Note>| match write.kind() {
            WriteKind::Delete => {
                Err(Error::new(ErrorCode::new("Signed", 409), "the note is signed").with_target("notes"))
            }
            _ => Ok(()),
        })
        .build()
        .unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    send(&service, "POST", "/shelves/s/books", r#"{"id": "b", "pages": 1}"#).await;
    send(&service, "POST", "/shelves/s/books/b/notes", r#"{"id": "n"}"#).await;
    log.take();
    let (status, body) = send(&service, "DELETE", "/shelves/s", "").await;
    assert_eq!(
        (status.as_u16(), &body["error"]["code"], &body["error"]["target"]),
        (409, &"Signed".into(), &"notes".into())
    );
    for uri in ["/shelves/s", "/shelves/s/books/b", "/shelves/s/books/b/notes/n"] {
        assert_eq!(send(&service, "GET", uri, "").await.0, 200);
    }
    assert!(!log.take().iter().any(|line| line.starts_with("after")));
}

#[tokio::test]
async fn more_contained_entities_than_are_read_at_a_time_all_have_their_hooks() {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let service = builder()
        .before_write(move |write: &mut Write<'_, Book>| {
            counter.fetch_add(usize::from(write.kind() == WriteKind::Delete), Ordering::Relaxed);
            Ok(())
        })
        .build()
        .unwrap();
    send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await;
    let books = service
        .repository(Library::SETS.shelves, &Caller::new(Partition::new("library")))
        .contained("s", Shelf::PROPERTIES.books);
    for number in 0..600 {
        let thing = Thing { id: number.to_string(), changed: None };
        books.insert(Book { thing, pages: 1, notes: Nav::absent() }).await.unwrap();
    }
    assert_eq!(send(&service, "DELETE", "/shelves/s", "").await.0, 204);
    assert_eq!(count.load(Ordering::Relaxed), 600);
}
