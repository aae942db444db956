//! The connections that read.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use rusqlite::Connection;
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{OpenError, schema};
use crate::store::StoreError;

/// A pool of connections that read.
#[derive(Debug)]
pub(super) struct Readers {
    idle: Mutex<Vec<Connection>>,
    /// As many permits as connections.
    permits: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let count = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        let idle = (0..count).map(|_| schema::open_reader(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { idle: Mutex::new(idle), permits: Arc::new(Semaphore::new(count)) })
    }

    /// Lends a connection to `read` on a thread that may block.
    pub(super) async fn read<T: Send + 'static>(
        readers: &Arc<Self>,
        read: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let permit = Arc::clone(&readers.permits).acquire_owned().await.map_err(StoreError::failed)?;
        let readers = Arc::clone(readers);
        let task = spawn_blocking(move || {
            let connection = readers.idle().pop().ok_or_else(|| StoreError::failed("no connection is idle"))?;
            let result = read(&connection);
            readers.idle().push(connection);
            drop(permit);
            result
        });
        task.await.map_err(StoreError::failed)?
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // Nothing that holds the lock can leave the list in a wrong state.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
