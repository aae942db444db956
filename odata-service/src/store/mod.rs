//! Where entities are kept: the trait that a store implements, and the stores that come with this crate.
//!
//! # What a store guarantees
//!
//! - **Partitions are closed to each other.** No method goes without a [`Partition`], and nothing that is read, counted or
//!   deleted is of another one.
//! - **[`Work`] is done as a whole or not at all**, as if all work was done one after the other: what was read still holds when
//!   the work is committed, or the work runs again. Its error changes nothing and comes out unchanged.
//! - **A write is durable when its future is ready.**
//! - **An answer is of one state**: its rows, its count, and that the owner exists.
//! - **The order of a collection is total**, and the same for each page: whoever follows [`Answer::next`] gets each entity that
//!   stays once, whatever is inserted and deleted meanwhile.
//! - **What an entity contains needs it and goes with it.** What a singleton contains needs nothing.
//! - **No version is used twice** for an entity, not even after it was deleted and made again.
//! - **What is stored comes back as it was given.**
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

/// What the methods of a store give back.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A store of entities.
///
/// A store holds documents: an entity is its JSON as text, below its address. It knows no HTTP. What it guarantees is said in
/// the [module](self).
///
/// Its one way to write is [`transact`](Self::transact), for which [`EntityStoreExt::transact_with`] takes closures.
pub trait EntityStore: Send + Sync + 'static {
    /// Returns what the store does itself. Nothing else is passed to it. It is always the same.
    fn capabilities(&self) -> &Capabilities;

    /// Returns the entity at an address.
    fn get<'a>(&'a self, partition: &'a Partition, address: &'a EntityAddress)
    -> StoreFuture<'a, Option<StoredEntity>>;

    /// Answers a query.
    ///
    /// Fails with [`StoreError::OwnerMissing`] where the entity that contains the collection does not exist, and with
    /// [`StoreError::InvalidPosition`] for a position that the store has not given.
    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer>;

    /// Does work in a transaction, and gives back what it has come to when that is on durable storage. An error of the work
    /// changes nothing and comes back unchanged.
    ///
    /// Work runs again where what it has read was changed before it could be committed.
    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput>;

    /// Brings the entities to the model that they will be read and written by from now on, as the [`Migrator`] says. Blocks
    /// until that is done: it is for the start of a program, and
    /// [`ODataServiceBuilder::build`](crate::ODataServiceBuilder::build) calls it.
    ///
    /// A store that does not implement this records no model: it gives back entities as an earlier model has written them.
    fn migrate(&self, migrator: Migrator) -> Result<MigrationReport, MigrationError> {
        drop(migrator);
        Ok(MigrationReport::default())
    }
}

/// An entity as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredEntity {
    /// The key, in its canonical form.
    pub key: String,
    /// Another one after each write, and never one that the entity had before, not even after it was deleted and made
    /// again.
    pub version: u64,
    /// The qualified name of its type.
    pub type_name: String,
    /// The entity as a JSON object.
    pub json: String,
}

impl StoredEntity {
    /// Makes what a store gives back.
    pub fn new(key: impl Into<String>, version: u64, type_name: impl Into<String>, json: impl Into<String>) -> Self {
        Self { key: key.into(), version, type_name: type_name.into(), json: json.into() }
    }
}
