//! The embedded store: one SQLite database.
//!
//! The database is in WAL mode, so readers and the writer do not wait for each other. One thread owns the connection that
//! writes and takes its jobs from a queue; jobs that wait together are committed together. Readers have a small pool of
//! connections of their own. Short reads are done on the calling thread, others on threads that may block.
//!
//! [Work] runs on the thread that writes, once: nothing changes meanwhile. It is a savepoint in the transaction of all that
//! is committed together, so its failure does not affect the others. All other writes wait for it: after two seconds its
//! transaction ends, and it fails with [`StoreError::Busy`]. Work that waits for anything but its transaction fails, and so
//! does each call of a store from inside it.
//!
//! A write is answered after its `COMMIT`, and a commit ends with the log on disk (`synchronous=FULL`). So neither the end
//! of the process at any moment nor a power failure loses a write that was answered. Committing writes together makes up
//! for the disk's flush.

mod migration;
mod readers;
mod schema;
mod statements;
mod transaction;
mod writer;

use std::{path::Path, sync::Arc};

use rusqlite::Connection;
pub use schema::OpenError;

use self::{
    readers::Readers,
    statements::{Effort, Unread},
    writer::Writer,
};
use super::{
    Answer, Capabilities, EntityAddress, EntityStore, Query, StoreError, StoreFuture, StoredEntity, Work, WorkOutput,
};
use crate::{
    Partition,
    migration::{MigrationError, MigrationReport, Migrator},
};

/// A store in one SQLite database.
///
/// Clones share one store. Long reads are done on the blocking threads of tokio, so its futures need a tokio runtime.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    writer: Writer,
    /// `None` for a database in memory, which has one connection: the writer reads as well.
    readers: Option<Arc<Readers>>,
}

impl SqliteStore {
    /// Opens the database in this file, and creates it if it does not exist.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        let writer = schema::open_writer(path)?;
        let readers = Readers::open(path)?;
        Self::start(writer, Some(Arc::new(readers))).map_err(|cause| OpenError::new(path.display(), cause))
    }

    /// Creates an empty database in memory, which is dropped with the last clone of the store.
    pub fn in_memory() -> Result<Self, OpenError> {
        let writer = schema::open_in_memory()?;
        Self::start(writer, None).map_err(|cause| OpenError::new(schema::IN_MEMORY, cause))
    }

    fn start(connection: Connection, readers: Option<Arc<Readers>>) -> std::io::Result<Self> {
        let writer = Writer::start(connection)?;
        Ok(Self { shared: Arc::new(Shared { writer, readers }) })
    }

    async fn read<T: Send + 'static>(
        &self,
        read: impl Fn(&Connection, Effort) -> Result<T, Unread> + Send + 'static,
    ) -> Result<T, StoreError> {
        transaction::refuse_inside_work()?;
        match &self.shared.readers {
            Some(readers) => Readers::read(readers, read).await,
            None => self.shared.writer.read(move |connection| Ok(read(connection, Effort::ANY)?)).await,
        }
    }
}

impl EntityStore for SqliteStore {
    fn capabilities(&self) -> &Capabilities {
        const { &Capabilities::new().with_count().with_skip() }
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        let (partition, address) = (partition.clone(), address.clone());
        Box::pin(self.read(move |connection, effort| statements::get(connection, &partition, &address, effort)))
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        Box::pin(self.read(move |connection, effort| statements::query(connection, &partition, &query, effort)))
    }

    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        Box::pin(self.shared.writer.transact(partition, work))
    }

    fn migrate(&self, migrator: Migrator) -> Result<MigrationReport, MigrationError> {
        let migrate = move |connection: &Connection| Ok(migration::migrate(connection, migrator));
        migration::wait(self.shared.writer.read(migrate)).map_err(MigrationError::failed)?
    }
}
