//! Storage of entities: the trait that a store implements, and the store that comes with this crate.
//!
//! # What a store guarantees
//!
//! - **Partitions are isolated from each other.** Every method takes a [`Partition`], and nothing of another one is read,
//!   counted or deleted.
//! - **[`Work`] is done as a whole or not at all**, as if all work was done one after the other: what was read still holds when
//!   the work is committed, or the work runs again. Its error changes nothing and is returned unchanged.
//! - **A write is durable when its future is ready.**
//! - **An answer is of one state**: its rows, its count, and that the owner exists.
//! - **The order of a collection is total**, and the same for each page: following [`Answer::next`] returns each entity that
//!   stays exactly once, whatever is inserted and deleted meanwhile.
//! - **What an entity contains exists only with it, and is deleted with it.** The collections in a singleton always exist.
//! - **No version is used twice** for an entity, not even after it was deleted and inserted again.
//! - **What is stored is returned unchanged.**
//!
//! With the feature `testing` these are tests for every store: `store::contract`.

mod address;
mod capabilities;
#[cfg(feature = "testing")]
#[cfg_attr(docsrs, doc(cfg(feature = "testing")))]
pub mod contract;
mod error;
mod query;
#[cfg(feature = "sqlite")]
#[cfg_attr(docsrs, doc(cfg(feature = "sqlite")))]
pub mod sqlite;
mod transaction;

use std::{pin::Pin, sync::Arc};

pub use self::{
    address::{CollectionAddress, EntityAddress},
    capabilities::Capabilities,
    error::StoreError,
    query::{Answer, Position, Query},
    transaction::{EntityStoreExt, Transaction, Work, WorkOutput},
};
use crate::{
    Partition,
    migration::{MigrationError, MigrationReport, Migrator},
};

/// The future that the methods of a store return.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A store of entities.
///
/// A store holds documents: an entity is its JSON as text, at its address. It knows nothing of HTTP. Its guarantees are
/// listed in the [module](self).
///
/// The only way to write is [`transact`](Self::transact); [`EntityStoreExt::transact_with`] takes a closure.
pub trait EntityStore: Send + Sync + 'static {
    /// Returns the parts of a query that the store supports, always the same. Other parts are never passed to it.
    fn capabilities(&self) -> &Capabilities;

    /// Returns the entity at an address.
    fn get<'a>(&'a self, partition: &'a Partition, address: &'a EntityAddress)
    -> StoreFuture<'a, Option<StoredEntity>>;

    /// Answers a query.
    ///
    /// Fails with [`StoreError::OwnerMissing`] if the entity that contains the collection does not exist, and with
    /// [`StoreError::InvalidPosition`] for a position that is not from an answer of this store.
    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer>;

    /// Runs work in a transaction, and returns its result when the writes are on durable storage. If the work fails, nothing
    /// changes, and its error is returned unchanged.
    ///
    /// Work runs again if what it has read was changed before it could be committed.
    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput>;

    /// Migrates the entities to the model that they will be read and written by from now on, as the [`Migrator`] decides.
    /// Blocks until that is done: it is for the start of a program, and
    /// [`ODataServiceBuilder::build`](crate::ODataServiceBuilder::build) calls it.
    ///
    /// A store that does not implement this records no model: it returns entities as an earlier model has written them.
    fn migrate(&self, migrator: Migrator) -> Result<MigrationReport, MigrationError> {
        drop(migrator);
        Ok(MigrationReport::default())
    }
}

/// An entity and its version, as a store returns them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredEntity {
    /// The key, in its canonical form.
    pub key: String,
    /// The version, which changes with each write and is never one that the entity had before, not even after it was deleted
    /// and inserted again.
    pub version: u64,
    /// The qualified name of its type.
    pub type_name: String,
    /// The entity as a JSON object.
    pub json: String,
}

impl StoredEntity {
    /// Creates an entity, for a store to return.
    pub fn new(key: impl Into<String>, version: u64, type_name: impl Into<String>, json: impl Into<String>) -> Self {
        Self { key: key.into(), version, type_name: type_name.into(), json: json.into() }
    }
}
