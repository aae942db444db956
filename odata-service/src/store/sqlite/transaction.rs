//! Running work in the transaction that the writer has begun.

use std::{
    cell::Cell,
    future,
    panic::{AssertUnwindSafe, catch_unwind},
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};

use rusqlite::Connection;

use super::statements::{self, Counter, Effort, Unread};
use crate::{
    Partition,
    store::{Answer, EntityAddress, Query, StoreError, StoreFuture, StoredEntity, Transaction, Work, WorkOutput},
};

/// The time for which work may use its transaction. All other writes wait meanwhile.
const DEADLINE: Duration = Duration::from_secs(2);

thread_local! {
    /// Whether this thread runs work. It could wait for itself if it called a store.
    static WORKS: Cell<bool> = const { Cell::new(false) };
}

/// Marks this thread as one that runs work, forever.
pub(super) fn work_here() {
    WORKS.set(true);
}

/// Refuses calls of a store from inside work.
pub(super) fn refuse_inside_work() -> Result<(), StoreError> {
    if WORKS.get() {
        return Err(StoreError::failed("work has called a store; it may use its transaction only"));
    }
    Ok(())
}

/// Runs work in a savepoint, so that its failure does not affect the rest of the transaction.
pub(super) fn run(
    connection: &mut Connection,
    counter: &mut Counter,
    partition: Partition,
    work: &dyn Work,
) -> Result<WorkOutput, StoreError> {
    let mut transaction = SqliteTransaction {
        connection,
        counter,
        partition,
        deadline: Instant::now() + DEADLINE,
        has_savepoint: false,
        failure: None,
        known: None,
    };
    // Work is the embedder's code. Its panic must not end the thread that all writes need.
    let done = catch_unwind(AssertUnwindSafe(|| {
        // The futures of the transaction are ready at once, and so is a future that awaits nothing else.
        match work.run(&mut transaction).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done,
            Poll::Pending => Err(StoreError::failed("work has waited for something other than its transaction")),
        }
    }));
    transaction.end(done.unwrap_or_else(|_| Err(StoreError::failed("work has panicked"))))
}

/// The transaction that work sees. Its futures are ready at once.
struct SqliteTransaction<'c> {
    connection: &'c mut Connection,
    counter: &'c mut Counter,
    partition: Partition,
    deadline: Instant,
    /// Whether the savepoint was set, which the first write does.
    has_savepoint: bool,
    /// The failure after which no further call is executed.
    failure: Option<String>,
    /// The entity that was read last, and its sequence if it is stored.
    known: Option<(EntityAddress, Option<u64>)>,
}

impl SqliteTransaction<'_> {
    /// Executes a call, unless the transaction has ended already.
    fn attempt<'t, T: Send + 't>(
        &mut self,
        what: impl FnOnce(&mut Self, Effort) -> Result<T, Unread>,
    ) -> StoreFuture<'t, T> {
        Box::pin(future::ready(self.attempt_now(what)))
    }

    fn attempt_now<T>(&mut self, what: impl FnOnce(&mut Self, Effort) -> Result<T, Unread>) -> Result<T, StoreError> {
        if let Some(failure) = &self.failure {
            return Err(StoreError::failed(format!("work has gone on after a failure: {failure}")));
        }
        let left = self.deadline.saturating_duration_since(Instant::now());
        let result = if left.is_zero() { Err(Unread::TooLong) } else { what(self, Effort::within(left)) };
        let error = match result {
            Ok(value) => return Ok(value),
            Err(Unread::TooLong) => StoreError::busy(format!("work has taken longer than {DEADLINE:?}")),
            Err(Unread::Failed(error)) => error,
        };
        // These two have not changed anything.
        if !matches!(error, StoreError::OwnerMissing | StoreError::InvalidPosition) {
            self.failure = Some(error.to_string());
        }
        Err(error)
    }

    /// Sets the savepoint that a failure rolls back to, before the first write.
    fn save(&mut self) -> rusqlite::Result<()> {
        if !self.has_savepoint {
            self.connection.prepare_cached("SAVEPOINT work")?.execute([])?;
            self.has_savepoint = true;
        }
        Ok(())
    }

    fn put_now(&mut self, address: &EntityAddress, type_name: &str, json: String) -> Result<StoredEntity, Unread> {
        statements::require_owner(self.connection, &self.partition, address.collection())?;
        let known = self.known.take().filter(|(known, _)| known == address);
        let sequence = match known {
            Some((_, sequence)) => sequence,
            None => statements::sequence(self.connection, &self.partition, address)?,
        };
        self.save()?;
        let version = self.counter.next(self.connection)?;
        let entity = StoredEntity::new(address.key(), version, type_name, json);
        match sequence {
            Some(sequence) => statements::update(self.connection, sequence, &entity)?,
            None => statements::insert(self.connection, &self.partition, address, version, &entity)?,
        }
        Ok(entity)
    }

    /// Keeps what was written if the work succeeded, and undoes it if not.
    fn end(self, done: Result<WorkOutput, StoreError>) -> Result<WorkOutput, StoreError> {
        let done = match self.failure {
            Some(failure) if done.is_ok() => Err(StoreError::failed(format!("work has ignored a failure: {failure}"))),
            _ => done,
        };
        // Some failures, such as a full disk, undo the whole transaction, and the savepoint with it.
        if self.has_savepoint && !self.connection.is_autocommit() {
            if done.is_err() {
                self.connection.prepare_cached("ROLLBACK TO work")?.execute([])?;
            }
            self.connection.prepare_cached("RELEASE work")?.execute([])?;
        }
        done
    }
}

impl Transaction for SqliteTransaction<'_> {
    fn get<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, Option<StoredEntity>> {
        self.attempt(|transaction, effort| {
            let found = statements::find(transaction.connection, &transaction.partition, address, effort)?;
            let (sequence, entity) = found.unzip();
            transaction.known = Some((address.clone(), sequence));
            Ok(entity)
        })
    }

    fn query<'t>(&'t mut self, query: &'t Query) -> StoreFuture<'t, Answer> {
        self.attempt(|transaction, effort| {
            statements::query(transaction.connection, &transaction.partition, query, effort)
        })
    }

    fn put<'t>(
        &'t mut self,
        address: &'t EntityAddress,
        type_name: &'t str,
        json: String,
    ) -> StoreFuture<'t, StoredEntity> {
        self.attempt(|transaction, _| transaction.put_now(address, type_name, json))
    }

    fn delete<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, bool> {
        self.attempt(|transaction, _| {
            transaction.known = None;
            transaction.save()?;
            Ok(statements::delete(transaction.connection, &transaction.partition, address)?)
        })
    }
}
