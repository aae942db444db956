//! A store of one's own: entities in memory, and a service on it that is called without a network.
//!
//! `cargo run -p odata-service --example own_store`

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard},
};

use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use odata_core::{Model, prelude::*};
use odata_service::{
    NoAuthorization, ODataService, Partition,
    store::{
        CollectionAddress, Decide, Decision, EntityAddress, EntityStore, Page, PageRequest, StoreError, StoreFuture,
        StoredEntity, Written,
    },
};
use tower_service::Service as _;

/// Keeps entities in memory. A write holds the lock from reading to storing: that is the transaction.
#[derive(Default)]
struct MemoryStore(Mutex<State>);

#[derive(Default)]
struct State {
    entities: HashMap<(Partition, EntityAddress), StoredEntity>,
    /// The number of writes: versions and positions come from it, so none comes twice.
    writes: u64,
}

impl MemoryStore {
    /// The state, if the collection exists: a contained one does as long as the entity that contains it.
    fn lock(&self, partition: &Partition, collection: &CollectionAddress) -> Result<MutexGuard<'_, State>, StoreError> {
        let state = self.0.lock().map_err(|_| StoreError::failed("a write has panicked"))?;
        match collection.owner().map(|owner| (partition.clone(), owner.clone())) {
            Some(owner) if !state.entities.contains_key(&owner) => Err(StoreError::OwnerMissing),
            _ => Ok(state),
        }
    }
}

impl EntityStore for MemoryStore {
    fn get(&self, partition: Partition, at: EntityAddress) -> StoreFuture<'_, Option<StoredEntity>> {
        Box::pin(async move {
            let state = self.0.lock().map_err(|_| StoreError::failed("a write has panicked"))?;
            Ok(state.entities.get(&(partition, at)).cloned())
        })
    }

    /// In the order of insertion.
    fn list(&self, partition: Partition, collection: CollectionAddress, page: PageRequest) -> StoreFuture<'_, Page> {
        Box::pin(async move {
            let state = self.lock(&partition, &collection)?;
            let is_in = |(of, at): &(Partition, EntityAddress)| *of == partition && *at.collection() == collection;
            let here = state.entities.iter().filter(|(place, _)| is_in(place));
            let mut all: Vec<_> = here.map(|(_, entity)| entity).collect();
            all.sort_by_key(|entity| entity.sequence);
            let count = page.count.then_some(all.len() as u64);
            let after = page.after.unwrap_or(0);
            let skip = usize::try_from(page.skip).unwrap_or(usize::MAX);
            let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
            let mut rest = all.into_iter().filter(|entity| entity.sequence > after).skip(skip);
            let entities = rest.by_ref().take(limit).cloned().collect();
            Ok(Page { entities, more: rest.next().is_some(), count })
        })
    }

    /// Reads, decides and stores under one lock, so that nothing changes in between.
    fn write(&self, partition: Partition, at: EntityAddress, mut decide: Decide) -> StoreFuture<'_, Written> {
        Box::pin(async move {
            let state = &mut *self.lock(&partition, at.collection())?;
            let place = (partition, at);
            let old = state.entities.get(&place);
            match decide(old).map_err(StoreError::Refused)? {
                Decision::Keep => Ok(Written::Kept(old.cloned())),
                Decision::Put { type_name, json } => {
                    state.writes += 1;
                    let version = state.writes;
                    let sequence = old.map_or(version, |old| old.sequence);
                    let entity = StoredEntity { key: place.1.key().to_owned(), sequence, version, type_name, json };
                    let written = if old.is_some() { Written::Updated } else { Written::Inserted };
                    state.entities.insert(place, entity.clone());
                    Ok(written(entity))
                }
                Decision::Delete => {
                    // And all that it contains.
                    let below = place.1.contained_prefix();
                    state.entities.remove(&place);
                    state.entities.retain(|(of, at), _| *of != place.0 || !at.collection().path().starts_with(&below));
                    Ok(Written::Deleted)
                }
            }
        })
    }
}

/// A shelf, with the books on it.
#[derive(ODataEntity, Clone)]
#[odata(type = "library.shelf")]
struct Shelf {
    #[odata(key)]
    number: i32,
    #[odata(contains_target)]
    books: Nav<Vec<Book>>,
}

/// A book on a shelf.
#[derive(ODataEntity, Clone)]
#[odata(type = "library.book")]
struct Book {
    #[odata(key)]
    title: String,
    pages: i32,
}

/// What the library has.
#[derive(ODataContainer)]
#[odata(type = "library.Container")]
struct Library {
    #[odata(entity_set)]
    shelves: Vec<Shelf>,
}

/// Sends a request to the service, without a network, and shows the status of the response.
async fn send(service: &mut ODataService, method: &str, path: &str, body: &str) -> (StatusCode, String) {
    let request = Request::builder().method(method).uri(path).header("host", "library.example");
    let request = request.header("content-type", "application/json").body(body.to_owned()).expect("a request");
    let response = service.call(request).await.expect("the service always answers");
    let status = response.status();
    let bytes = response.into_body().collect().await.expect("the body is in memory").to_bytes();
    let text = String::from_utf8(bytes.to_vec()).expect("JSON is UTF-8");
    println!("{method} {path}: {status}");
    (status, text)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut service = ODataService::builder(Model::of::<Library>().expect("the model has no faults"))
        .store(MemoryStore::default())
        .authorizer(NoAuthorization::new(Partition::new("readers")))
        .build()
        .expect("nothing is missing");

    let emma = r#"{"title": "Emma", "pages": 474}"#;
    let ulysses = r#"{"title": "Ulysses", "pages": 730}"#;
    for (path, body) in [("/shelves", r#"{"number": 1}"#), ("/shelves/1/books", emma), ("/shelves/1/books", ulysses)] {
        let (status, _) = send(&mut service, "POST", path, body).await;
        assert_eq!(status, StatusCode::CREATED);
    }
    let (status, books) = send(&mut service, "GET", "/shelves/1/books?$top=1&$count=true", "").await;
    assert_eq!(status, StatusCode::OK);
    assert!(books.contains(r#""@odata.count":2"#) && books.contains("Emma") && !books.contains("Ulysses"));

    let (status, book) = send(&mut service, "PATCH", "/shelves/1/books/Emma", r#"{"pages": 512}"#).await;
    assert!(status == StatusCode::OK && book.contains(r#""pages":512"#));

    // A shelf goes with its books, and without a shelf there is no place for any.
    let (status, _) = send(&mut service, "DELETE", "/shelves/1", "").await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = send(&mut service, "GET", "/shelves/1/books", "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
