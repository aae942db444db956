//! The recorded model, and the rewriting of all entities if it has changed.

use std::{
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, named_params};

use super::{schema, statements};
use crate::{
    Partition,
    migration::{MigrationError, MigrationReport, MigrationStep, Migrator, Rewrite},
    store::{CollectionAddress, EntityAddress, StoredEntity},
};

impl From<rusqlite::Error> for MigrationError {
    fn from(cause: rusqlite::Error) -> Self {
        Self::failed(cause)
    }
}

/// Migrates the entities to the migrator's model, in one transaction.
pub(super) fn migrate(connection: &Connection, mut migrator: Migrator) -> Result<MigrationReport, MigrationError> {
    // Mostly the model is the same, and then no lock is waited for.
    if recorded_model(connection)?.as_deref() == Some(&*migrator.model_json()) {
        return Ok(MigrationReport::default());
    }
    // Immediate, so that of two programs that start at once one migrates and the other finds that it has.
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let step = migrator.start(recorded_model(&transaction)?.as_deref())?;
    let deleted = match step {
        MigrationStep::Nothing | MigrationStep::Record => 0,
        MigrationStep::Rewrite => rewrite_all(&transaction, &mut migrator)?,
    };
    let (model, is_dry_run) = (migrator.model_json(), migrator.is_dry_run());
    let report = migrator.finish(deleted)?;
    if !is_dry_run {
        schema::upgrade(&transaction)?;
        transaction
            .execute("INSERT OR REPLACE INTO model (id, json) VALUES (1, :json)", named_params! {":json": model})?;
        transaction.commit()?;
    }
    Ok(report)
}

/// Returns the model that the entities were written by. Databases of the first layout have none.
fn recorded_model(connection: &Connection) -> rusqlite::Result<Option<String>> {
    if !schema::has_model(connection)? {
        return Ok(None);
    }
    connection.query_row("SELECT json FROM model", [], |row| row.get(0)).optional()
}

/// Rewrites all entities. Returns how many were deleted.
fn rewrite_all(connection: &Connection, migrator: &mut Migrator) -> Result<u64, MigrationError> {
    let count = || connection.query_row("SELECT count(*) FROM entity", [], |row| statements::unsigned(row, 0));
    let before = count()?;
    // One row at a time: no more of the database is held in memory, and no cursor is open while rows change.
    let mut next = connection.prepare(
        "SELECT sequence, partition, collection, key, type_name, version, json FROM entity
         WHERE sequence > :after ORDER BY sequence LIMIT 1",
    )?;
    let mut update = connection.prepare(
        "UPDATE entity SET type_name = :type_name, json = :json, version = :version WHERE sequence = :sequence",
    )?;
    let mut version: i64 = connection.query_row("SELECT value FROM counter", [], |row| row.get(0))?;
    // No sequence is less than 1.
    let mut after = 0_i64;
    while let Some(row) = next.query_row(named_params! {":after": after}, StoredRow::of).optional()? {
        after = row.sequence;
        match migrator.rewrite(&row.collection, &row.entity)? {
            Rewrite::Keep => {}
            Rewrite::Replace { type_name, json } => {
                version += 1;
                let sequence = row.sequence;
                update.execute(named_params! {
                    ":type_name": type_name, ":json": json, ":version": version, ":sequence": sequence
                })?;
            }
            Rewrite::Delete => {
                let address = EntityAddress::new(CollectionAddress::stored(row.collection), row.entity.key);
                statements::delete(connection, &Partition::new(row.partition), &address)?;
            }
        }
    }
    connection.execute("UPDATE counter SET value = :version", named_params! {":version": version})?;
    Ok(before.saturating_sub(count()?))
}

struct StoredRow {
    sequence: i64,
    partition: String,
    collection: String,
    entity: StoredEntity,
}

impl StoredRow {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            sequence: row.get(0)?,
            partition: row.get(1)?,
            collection: row.get(2)?,
            entity: StoredEntity {
                key: row.get(3)?,
                type_name: row.get(4)?,
                version: statements::unsigned(row, 5)?,
                json: row.get(6)?,
            },
        })
    }
}

/// Waits for a future on this thread, which a runtime may own: what it waits for happens on the writer's thread.
pub(super) fn wait<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    // A task's budget is not renewed before it yields, and this does not.
    let mut future = pin!(tokio::task::unconstrained(future));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
