//! Your own store: entities in memory, and a service on it that is called without a network. `store::contract`, with the
//! feature `testing`, tests whether a store does what services expect.
//!
//! `cargo run -p odata-service --example own_store`

use std::{
    collections::BTreeMap,
    future::ready,
    sync::{Arc, Mutex, MutexGuard},
};

use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use odata_core::{Model, prelude::*};
use odata_service::{
    NoAuthorization, ODataService, Partition,
    store::{
        Answer, Capabilities, CollectionAddress, EntityAddress, EntityStore, Position, Query, StoreError, StoreFuture,
        StoredEntity, Transaction, Work, WorkOutput,
    },
};
use tower_service::Service as _;

/// A store of entities in memory. Reads see a whole state, which never changes: work makes another one.
#[derive(Default)]
pub struct MemoryStore(Mutex<Arc<State>>);

/// All entities at one moment.
#[derive(Clone, Default)]
struct State {
    /// The entities by partition, path of the collection and key, which is the order of lists too.
    entities: BTreeMap<(Partition, String, String), StoredEntity>,
    /// The number of writes: versions are taken from it, so none is used twice.
    writes: u64,
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, Arc<State>> {
        self.0.lock().expect("nothing panics while it has the lock")
    }

    fn state(&self) -> Arc<State> {
        Arc::clone(&self.lock())
    }
}

impl EntityStore for MemoryStore {
    fn capabilities(&self) -> &Capabilities {
        const { &Capabilities::new().with_count() }
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        Box::pin(async { Ok(self.state().get(partition, address)) })
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        Box::pin(async move { self.state().query(&partition, &query) })
    }

    /// Runs work on a copy of the state. If others were faster, it runs again on theirs.
    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        Box::pin(async move {
            loop {
                let before = self.state();
                let mut transaction = MemoryTransaction { partition: partition.clone(), state: State::clone(&before) };
                let output = work.run(&mut transaction).await?;
                let mut current = self.lock();
                if Arc::ptr_eq(&current, &before) {
                    *current = Arc::new(transaction.state);
                    return Ok(output);
                }
            }
        })
    }
}

/// The transaction of work: the state that becomes the store's if nobody else is faster.
struct MemoryTransaction {
    partition: Partition,
    state: State,
}

impl Transaction for MemoryTransaction {
    fn get<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, Option<StoredEntity>> {
        Box::pin(ready(Ok(self.state.get(&self.partition, address))))
    }

    fn query<'t>(&'t mut self, query: &'t Query) -> StoreFuture<'t, Answer> {
        Box::pin(ready(self.state.query(&self.partition, query)))
    }

    fn put<'t>(
        &'t mut self,
        address: &'t EntityAddress,
        type_name: &'t str,
        json: String,
    ) -> StoreFuture<'t, StoredEntity> {
        Box::pin(ready(self.state.put(&self.partition, address, type_name, json)))
    }

    fn delete<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, bool> {
        Box::pin(ready(Ok(self.state.delete(&self.partition, address))))
    }
}

impl State {
    fn entity_key(partition: &Partition, address: &EntityAddress) -> (Partition, String, String) {
        (partition.clone(), address.collection().path().to_owned(), address.key().to_owned())
    }

    fn get(&self, partition: &Partition, address: &EntityAddress) -> Option<StoredEntity> {
        self.entities.get(&Self::entity_key(partition, address)).cloned()
    }

    /// A contained collection exists as long as the entity that contains it.
    fn require_owner(&self, partition: &Partition, collection: &CollectionAddress) -> Result<(), StoreError> {
        match collection.owner() {
            Some(owner) if !self.entities.contains_key(&Self::entity_key(partition, owner)) => {
                Err(StoreError::OwnerMissing)
            }
            _ => Ok(()),
        }
    }

    /// Answers in the order of keys, after the one in the position. The service skips and selects.
    fn query(&self, partition: &Partition, query: &Query) -> Result<Answer, StoreError> {
        self.require_owner(partition, &query.collection)?;
        let after = query.after.as_ref().map(|position| str::from_utf8(position.as_bytes()));
        let after = after.transpose().map_err(|_| StoreError::InvalidPosition)?;
        let limit = usize::try_from(query.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
        let path = query.collection.path();
        let here = || self.entities.iter().filter(|((of, collection, _), _)| of == partition && collection == path);
        let mut rest = here().map(|(_, entity)| entity).filter(|entity| after.is_none_or(|after| *entity.key > *after));
        let mut answer = Answer::new(rest.by_ref().take(limit).cloned().collect());
        if let (Some(last), Some(_)) = (answer.rows.last(), rest.next()) {
            answer.next = Some(Position::new(last.key.as_bytes()));
        }
        answer.count = query.count.then(|| here().count() as u64);
        Ok(answer)
    }

    fn put(
        &mut self,
        partition: &Partition,
        address: &EntityAddress,
        type_name: &str,
        json: String,
    ) -> Result<StoredEntity, StoreError> {
        self.require_owner(partition, address.collection())?;
        self.writes += 1;
        let entity = StoredEntity::new(address.key(), self.writes, type_name, json);
        self.entities.insert(Self::entity_key(partition, address), entity.clone());
        Ok(entity)
    }

    /// Deletes an entity and all that it contains.
    fn delete(&mut self, partition: &Partition, address: &EntityAddress) -> bool {
        let below = address.contained_prefix();
        self.entities.retain(|(of, collection, _), _| of != partition || !collection.starts_with(&below));
        self.entities.remove(&Self::entity_key(partition, address)).is_some()
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

/// The container of the library.
#[derive(ODataContainer)]
#[odata(type = "library.Container")]
struct Library {
    #[odata(entity_set)]
    shelves: Vec<Shelf>,
}

/// Sends a request to the service, without a network, and prints the status of the response.
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

    // Books are deleted with their shelf, and cannot be inserted without one.
    let (status, _) = send(&mut service, "DELETE", "/shelves/1", "").await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = send(&mut service, "GET", "/shelves/1/books", "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
