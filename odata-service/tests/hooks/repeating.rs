//! Work that is repeated.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use odata_service::{
    Partition,
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Query, StoreError, StoreFuture, StoredEntity, Transaction,
        Work, WorkOutput, sqlite::SqliteStore,
    },
};

use super::{Log, builder_on, logged, send};

/// A store that runs all work twice, like one that finds a conflict when it commits.
struct Repeating(SqliteStore);

/// Work that runs once, is undone, and runs again.
struct Twice {
    work: Arc<dyn Work>,
    runs: AtomicUsize,
}

impl Work for Twice {
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        Box::pin(async move {
            let output = self.work.run(transaction).await?;
            match self.runs.fetch_add(1, Ordering::Relaxed) {
                0 => Err(StoreError::busy("a conflict")),
                _ => Ok(output),
            }
        })
    }
}

impl EntityStore for Repeating {
    fn capabilities(&self) -> &Capabilities {
        self.0.capabilities()
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        self.0.get(partition, address)
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        self.0.query(partition, query)
    }

    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        let work = Arc::new(Twice { work, runs: AtomicUsize::new(0) });
        Box::pin(async move {
            match self.0.transact(partition.clone(), Arc::clone(&work) as Arc<dyn Work>).await {
                Err(StoreError::Busy(_)) => self.0.transact(partition, work).await,
                other => other,
            }
        })
    }
}

#[tokio::test]
async fn work_that_is_repeated_runs_hooks_again_inside_and_once_outside() {
    let log = Log::default();
    let service = logged(builder_on(Repeating(SqliteStore::in_memory().unwrap())), &log).build().unwrap();
    assert_eq!(send(&service, "POST", "/shelves", r#"{"id": "s"}"#).await.0, 201);
    assert_eq!(log.take(), ["prepare - > s", "write - > s", "write - > s", "after - > s"]);
    assert_eq!(send(&service, "DELETE", "/shelves/s", "").await.0, 204);
    assert_eq!(log.take(), ["prepare s > -", "write s > -", "write s > -", "after s > -"]);
}
