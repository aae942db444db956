//! Support for the checks of the rules.

use std::{
    fmt::Debug,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::{runtime::Handle, task::spawn_blocking};

use super::Contract;
use crate::{
    Partition,
    store::{
        Answer, CollectionAddress, EntityAddress, EntityStore, EntityStoreExt as _, Query, StoreError, StoreFuture,
        StoredEntity, Transaction,
    },
};

/// The qualified name of the type of all entities.
pub(super) const TYPE: &str = "contract.item";

/// A description of what a store has done wrong.
#[derive(Debug)]
pub(super) struct Flaw(pub(super) String);

impl From<StoreError> for Flaw {
    fn from(error: StoreError) -> Self {
        Self(format!("the store has failed unexpectedly: {error}"))
    }
}

/// Checks a condition.
pub(super) fn demand(holds: bool, flaw: impl FnOnce() -> String) -> Result<(), Flaw> {
    if holds { Ok(()) } else { Err(Flaw(flaw())) }
}

/// Checks that a value is as expected.
#[expect(clippy::needless_pass_by_value, reason = "most of what is compared was just made")]
pub(super) fn expect<T: Debug + PartialEq<U>, U: Debug>(what: &str, found: T, expected: U) -> Result<(), Flaw> {
    demand(found == expected, || format!("{what}: expected {expected:?}, found {found:?}"))
}

/// Makes stores.
pub(super) struct Stores {
    contract: Contract,
    count: AtomicUsize,
}

impl Stores {
    pub(super) fn new(contract: Contract) -> Self {
        Self { contract, count: AtomicUsize::new(0) }
    }

    pub(super) const fn reopen(&self) -> bool {
        self.contract.reopens
    }

    /// Returns another name, for an empty store.
    pub(super) fn name(&self) -> String {
        format!("contract-{}", self.count.fetch_add(1, Ordering::Relaxed))
    }

    /// Opens the store with this name, with one of its partitions.
    pub(super) async fn open(&self, name: String) -> Client {
        Client { store: (self.contract.make)(name).await, partition: Partition::new("a") }
    }

    /// Makes an empty store, with one of its partitions.
    pub(super) async fn make(&self) -> Client {
        self.open(self.name()).await
    }
}

/// A partition of a store.
#[derive(Clone)]
pub(super) struct Client {
    pub(super) store: Arc<dyn EntityStore>,
    partition: Partition,
}

impl Client {
    /// Returns another partition of the same store.
    pub(super) fn in_partition(&self, name: &str) -> Self {
        Self { store: Arc::clone(&self.store), partition: Partition::new(name) }
    }

    pub(super) async fn get(&self, address: &EntityAddress) -> Result<Option<StoredEntity>, StoreError> {
        self.store.get(&self.partition, address).await
    }

    /// Returns the JSON of an entity.
    pub(super) async fn json(&self, address: &EntityAddress) -> Result<Option<String>, StoreError> {
        Ok(self.get(address).await?.map(|entity| entity.json))
    }

    pub(super) async fn query(&self, query: Query) -> Result<Answer, StoreError> {
        self.store.query(self.partition.clone(), Arc::new(query)).await
    }

    /// Returns all entities of a collection, in the order of the store, read in pages of some length.
    pub(super) async fn rows(
        &self,
        collection: &CollectionAddress,
        limit: Option<u64>,
    ) -> Result<Vec<StoredEntity>, Flaw> {
        let mut rows = Vec::new();
        let mut query = Query::new(collection.clone());
        query.limit = limit;
        loop {
            let answer = self.query(query.clone()).await?;
            check_page(&query, &answer)?;
            rows.extend(answer.rows);
            demand(rows.len() < 10_000, || "the pages do not end".to_owned())?;
            let Some(next) = answer.next else { return Ok(rows) };
            query.after = Some(next);
        }
    }

    /// Returns the keys of a collection, in the order of the store.
    pub(super) async fn keys(&self, collection: &CollectionAddress) -> Result<Vec<String>, Flaw> {
        Ok(keys(self.rows(collection, None).await?))
    }

    /// Returns the keys of a collection, in alphabetical order.
    pub(super) async fn sorted_keys(&self, collection: &CollectionAddress) -> Result<Vec<String>, Flaw> {
        let mut keys = self.keys(collection).await?;
        keys.sort_unstable();
        Ok(keys)
    }

    pub(super) async fn transact<S: Send + Sync + 'static, T: Send + 'static>(
        &self,
        state: S,
        work: impl for<'t> Fn(&'t S, &'t mut dyn Transaction) -> StoreFuture<'t, T> + Send + Sync + 'static,
    ) -> Result<T, StoreError> {
        self.store.transact_with(self.partition.clone(), state, work).await
    }

    pub(super) async fn put(&self, address: &EntityAddress, json: &str) -> Result<StoredEntity, StoreError> {
        let state = (address.clone(), json.to_owned());
        self.transact(state, |(address, json), transaction| transaction.put(address, TYPE, json.clone())).await
    }

    pub(super) async fn delete(&self, address: &EntityAddress) -> Result<bool, StoreError> {
        self.transact(address.clone(), |address, transaction| transaction.delete(address)).await
    }

    /// Starts something with the store on a thread of its own, whatever the runtime is.
    pub(super) fn start<T, F>(&self, what: impl FnOnce(Self) -> F + Send + 'static) -> Started<T>
    where
        T: Send + 'static,
        F: Future<Output = T>,
    {
        let (client, runtime) = (self.clone(), Handle::current());
        Started(spawn_blocking(move || runtime.block_on(what(client))))
    }
}

/// A task on a thread of its own.
pub(super) struct Started<T>(tokio::task::JoinHandle<T>);

impl<T> Started<T> {
    pub(super) async fn done(self) -> Result<T, Flaw> {
        self.0.await.map_err(|panicked| Flaw(panicked.to_string()))
    }
}

/// Checks what holds for each page.
pub(super) fn check_page(query: &Query, answer: &Answer) -> Result<(), Flaw> {
    let rows = answer.rows.len() as u64;
    demand(query.limit.is_none_or(|limit| rows <= limit), || format!("{rows} rows with the limit {:?}", query.limit))?;
    let stands_still = answer.next.is_some() && rows == 0 && query.limit != Some(0);
    demand(!stands_still, || "an answer has no rows, but there are more after it".to_owned())
}

pub(super) fn items() -> CollectionAddress {
    CollectionAddress::entity_set("items")
}

pub(super) fn item(key: &str) -> EntityAddress {
    EntityAddress::new(items(), key)
}

pub(super) fn keys(rows: Vec<StoredEntity>) -> Vec<String> {
    rows.into_iter().map(|entity| entity.key).collect()
}

/// Returns the JSON of an entity with a number.
pub(super) fn json(number: u64) -> String {
    format!("{{\"number\":{number}}}")
}

/// Returns the number in an entity.
pub(super) fn number(entity: &StoredEntity) -> u64 {
    let digits = entity.json.strip_prefix("{\"number\":").and_then(|rest| rest.strip_suffix('}'));
    digits.and_then(|digits| digits.trim().parse().ok()).unwrap_or(u64::MAX)
}
