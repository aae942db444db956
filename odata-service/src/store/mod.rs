//! Where entities are kept: the trait that a store implements, and the stores that come with this crate.

mod address;
mod error;
#[cfg(feature = "sqlite")]
#[cfg_attr(docsrs, doc(cfg(feature = "sqlite")))]
pub mod sqlite;

use std::pin::Pin;

use odata_core::Error;

pub use address::{CollectionAddress, EntityAddress};
pub use error::StoreError;

use crate::{
    Partition,
    migration::{MigrationError, MigrationReport, Migrator},
};

/// What the methods of a store give back.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Decides, inside the writer's transaction, what becomes of the entity at an address. It is given what is stored there
/// now, which no other writer changes until the decision is stored.
///
/// It may be called again with another state when a store has to repeat its transaction.
pub type Decide = Box<dyn FnMut(Option<&StoredEntity>) -> Result<Decision, Error> + Send>;

/// A store of entities.
///
/// A store is a set of documents: one row an entity, with the entity's JSON as text. It knows no HTTP and no model, and a
/// method without a [`Partition`] does not exist.
///
/// Its one way to write is [`write`](Self::write): reading the entity, deciding and storing is one transaction. Whatever
/// a decision was based on still holds when it is stored, so preconditions and merges need nothing else from a store.
///
/// A write is on durable storage when its future is ready.
pub trait EntityStore: Send + Sync + 'static {
    /// The entity at an address.
    fn get(&self, partition: Partition, address: EntityAddress) -> StoreFuture<'_, Option<StoredEntity>>;

    /// A page of a collection, in the order in which the entities were inserted. Rows and count are of one state.
    ///
    /// Fails with [`StoreError::OwnerMissing`] where the entity that contains the collection does not exist.
    fn list(&self, partition: Partition, collection: CollectionAddress, page: PageRequest) -> StoreFuture<'_, Page>;

    /// Changes the entity at an address as `decide` says. An error of `decide` changes nothing and comes back, unchanged, as
    /// [`StoreError::Refused`].
    ///
    /// Fails with [`StoreError::OwnerMissing`] where the entity that contains the collection does not exist.
    fn write(&self, partition: Partition, address: EntityAddress, decide: Decide) -> StoreFuture<'_, Written>;

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
pub struct StoredEntity {
    /// The key, in its canonical form.
    pub key: String,
    /// The position in the collection: later inserts have greater numbers.
    pub sequence: u64,
    /// Another one after each write, and never one that the entity had before, not even after it was deleted and made
    /// again.
    pub version: u64,
    /// The qualified name of its type.
    pub type_name: String,
    /// The entity as a JSON object.
    pub json: String,
}

/// What becomes of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It stays as it is, or absent.
    Keep,
    /// It is inserted or replaced.
    Put {
        /// The qualified name of its type.
        type_name: String,
        /// The entity as a JSON object.
        json: String,
    },
    /// It is deleted, and everything that it contains.
    Delete,
}

/// What a write has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Nothing; this is what is there.
    Kept(Option<StoredEntity>),
    /// It made an entity.
    Inserted(StoredEntity),
    /// It replaced the entity's earlier state.
    Updated(StoredEntity),
    /// There is no entity any more.
    Deleted,
}

/// Which part of a collection is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// Only entities after this [`sequence`](StoredEntity::sequence).
    pub after: Option<u64>,
    /// How many entities to pass over.
    pub skip: u64,
    /// How many entities at most.
    pub limit: u64,
    /// Whether to count the whole collection.
    pub count: bool,
}

/// A part of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The entities.
    pub entities: Vec<StoredEntity>,
    /// Whether the collection has entities after the last of these.
    pub more: bool,
    /// The number of entities in the whole collection, if it was asked for.
    pub count: Option<u64>,
}
