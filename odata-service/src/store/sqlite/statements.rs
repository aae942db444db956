//! The SQL of the store.

use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, Row, params};

use crate::{
    Partition,
    store::{Answer, CollectionAddress, EntityAddress, Position, Query, StoreError, StoredEntity},
};

impl From<rusqlite::Error> for StoreError {
    fn from(cause: rusqlite::Error) -> Self {
        if is_busy(&cause) { Self::busy(cause) } else { Self::failed(cause) }
    }
}

/// Returns whether another process kept a lock for as long as SQLite has waited for it.
pub(super) fn is_busy(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// The limits of a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effort {
    rows: u64,
    /// The total length of all entities.
    bytes: i64,
    time: Duration,
}

impl Effort {
    /// The limits of a short read, which can be done while others wait for it.
    pub(super) const SHORT: Self = Self { rows: 128, bytes: 256 << 10, time: Duration::from_millis(1) };

    /// No limits.
    pub(super) const ANY: Self = Self { rows: u64::MAX, bytes: i64::MAX, time: Duration::MAX };

    /// Returns limits with this time alone.
    pub(super) const fn within(time: Duration) -> Self {
        Self { time, ..Self::ANY }
    }
}

/// The reason for which a read has no result.
#[derive(Debug)]
pub(super) enum Unread {
    /// It would exceed its limits.
    TooLong,
    Failed(StoreError),
}

impl From<StoreError> for Unread {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<rusqlite::Error> for Unread {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<Unread> for StoreError {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::TooLong => Self::failed("a read has exceeded its limits"),
            Unread::Failed(error) => error,
        }
    }
}

// The length is in the row itself. Only the text after it may be long, and then it is not even read.
const SELECT_ONE: &str = "
    SELECT sequence, version, type_name, CASE WHEN octet_length(json) <= ?4 THEN json END
    FROM entity WHERE partition = ?1 AND collection = ?2 AND key = ?3";

const SELECT_PAGE: &str = "
    SELECT sequence, version, type_name, CASE WHEN octet_length(json) <= ?6 THEN json END, key
    FROM entity WHERE partition = ?1 AND collection = ?2 AND sequence > ?3
    ORDER BY sequence LIMIT ?4 OFFSET ?5";

/// Compiles the statements that read.
pub(super) fn warm_up(connection: &Connection) -> Result<(), StoreError> {
    let nothing = CollectionAddress::entity_set("");
    let partition = Partition::new("");
    query(connection, &partition, &Query::new(nothing.clone()), Effort::ANY)?;
    get(connection, &partition, &EntityAddress::new(nothing, ""), Effort::ANY)?;
    Ok(())
}

/// Returns the entity at an address.
pub(super) fn get(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
    effort: Effort,
) -> Result<Option<StoredEntity>, Unread> {
    Ok(find(connection, partition, address, effort)?.map(|(_, entity)| entity))
}

/// Returns the entity at an address, with its sequence.
pub(super) fn find(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
    effort: Effort,
) -> Result<Option<(u64, StoredEntity)>, Unread> {
    let mut statement = connection.prepare_cached(SELECT_ONE)?;
    let mut rows =
        statement.query(params![partition.as_str(), address.collection().path(), address.key(), effort.bytes])?;
    match rows.next()? {
        None => Ok(None),
        Some(row) => {
            let entity = stored_entity(row, address.key().to_owned())?.ok_or(Unread::TooLong)?;
            Ok(Some((unsigned(row, 0)?, entity)))
        }
    }
}

/// Returns the sequence of the entity at an address.
pub(super) fn sequence(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
) -> rusqlite::Result<Option<u64>> {
    let mut statement = connection
        .prepare_cached("SELECT sequence FROM entity WHERE partition = ?1 AND collection = ?2 AND key = ?3")?;
    let parameters = [partition.as_str(), address.collection().path(), address.key()];
    statement.query_row(parameters, |row| unsigned(row, 0)).optional()
}

/// Answers a query of a collection.
pub(super) fn query(
    connection: &Connection,
    partition: &Partition,
    query: &Query,
    effort: Effort,
) -> Result<Answer, Unread> {
    let limit = query.limit.unwrap_or(u64::MAX);
    // Counting and skipping read the rows as well.
    if limit.saturating_add(query.skip) > effort.rows || (query.count && effort.rows < u64::MAX) {
        return Err(Unread::TooLong);
    }
    let collection = &query.collection;
    // One transaction reads one state of the owner, the rows and the count; so does one statement. Work has one already.
    let transaction = match collection.owner() {
        None if !query.count => None,
        _ if !connection.is_autocommit() => None,
        _ => Some(connection.unchecked_transaction()?),
    };
    require_owner(connection, partition, collection)?;
    let mut answer = page(connection, partition, query, limit, effort)?;
    if query.count {
        let mut statement =
            connection.prepare_cached("SELECT count(*) FROM entity WHERE partition = ?1 AND collection = ?2")?;
        answer.count = Some(statement.query_row([partition.as_str(), collection.path()], |row| unsigned(row, 0))?);
    }
    drop(transaction);
    Ok(answer)
}

/// Returns the rows of a page, and the position after them.
fn page(
    connection: &Connection,
    partition: &Partition,
    query: &Query,
    limit: u64,
    effort: Effort,
) -> Result<Answer, Unread> {
    let start = Instant::now();
    let after = query.after.as_ref().map_or(Ok(0), sequence_at)?;
    let mut answer = Answer::default();
    if limit == 0 {
        return Ok(answer);
    }
    let mut statement = connection.prepare_cached(SELECT_PAGE)?;
    let mut rows = statement.query(params![
        partition.as_str(),
        query.collection.path(),
        integer(after),
        // One row more than asked for shows whether there are more.
        integer(limit.saturating_add(1)),
        integer(query.skip),
        effort.bytes,
    ])?;
    let (mut last, mut bytes) = (0, 0);
    while let Some(row) = rows.next()? {
        if answer.rows.len() as u64 == limit {
            answer.next = Some(position_of(last));
            return Ok(answer);
        }
        let entity = stored_entity(row, row.get(4)?)?.ok_or(Unread::TooLong)?;
        bytes += integer(entity.json.len() as u64);
        if bytes > effort.bytes || start.elapsed() > effort.time {
            return Err(Unread::TooLong);
        }
        last = unsigned(row, 0)?;
        answer.rows.push(entity);
    }
    Ok(answer)
}

/// Returns the position after the entity with this sequence.
fn position_of(sequence: u64) -> Position {
    Position::new(sequence.to_be_bytes())
}

/// Returns the sequence of the entity that a position is after.
fn sequence_at(position: &Position) -> Result<u64, StoreError> {
    let bytes = position.as_bytes().try_into().map_err(|_| StoreError::InvalidPosition)?;
    Ok(u64::from_be_bytes(bytes))
}

/// The numbers of a transaction that writes. They are taken from the table `counter`, which is read once and written once;
/// until the transaction ends nothing else takes numbers from it.
#[derive(Debug, Default)]
pub(super) struct Counter {
    last: Option<u64>,
}

impl Counter {
    /// Returns a number greater than all that were taken before.
    pub(super) fn next(&mut self, connection: &Connection) -> Result<u64, StoreError> {
        let last = match self.last {
            Some(last) => last,
            None => connection.prepare_cached("SELECT value FROM counter")?.query_row([], |row| unsigned(row, 0))?,
        };
        self.last = Some(last + 1);
        Ok(last + 1)
    }

    /// Stores the last number for later transactions.
    pub(super) fn store(&self, connection: &Connection) -> rusqlite::Result<()> {
        if let Some(last) = self.last {
            connection.prepare_cached("UPDATE counter SET value = ?1")?.execute([integer(last)])?;
        }
        Ok(())
    }
}

/// Inserts an entity that is not stored.
pub(super) fn insert(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
    sequence: u64,
    entity: &StoredEntity,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO entity (sequence, partition, collection, key, type_name, version, json)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    statement.execute(params![
        integer(sequence),
        partition.as_str(),
        address.collection().path(),
        entity.key,
        entity.type_name,
        integer(entity.version),
        entity.json,
    ])?;
    Ok(())
}

/// Replaces an entity that is stored.
pub(super) fn update(connection: &Connection, sequence: u64, entity: &StoredEntity) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare_cached("UPDATE entity SET type_name = ?2, version = ?3, json = ?4 WHERE sequence = ?1")?;
    statement.execute(params![integer(sequence), entity.type_name, integer(entity.version), entity.json])?;
    Ok(())
}

/// Deletes an entity and all that it contains. Returns whether it existed.
pub(super) fn delete(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
) -> rusqlite::Result<bool> {
    let mut statement =
        connection.prepare_cached("DELETE FROM entity WHERE partition = ?1 AND collection = ?2 AND key = ?3")?;
    let found = statement.execute([partition.as_str(), address.collection().path(), address.key()])? > 0;
    // All paths that begin with the prefix: it ends in `/`, and the next character is `0`.
    let from = address.contained_prefix();
    let to = format!("{}0", from.strip_suffix('/').unwrap_or(&from));
    let mut statement = connection
        .prepare_cached("DELETE FROM entity WHERE partition = ?1 AND collection >= ?2 AND collection < ?3")?;
    statement.execute([partition.as_str(), &from, &to])?;
    Ok(found)
}

/// Fails if the entity that contains the collection does not exist.
pub(super) fn require_owner(
    connection: &Connection,
    partition: &Partition,
    collection: &CollectionAddress,
) -> Result<(), StoreError> {
    let Some(owner) = collection.owner() else {
        return Ok(());
    };
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM entity WHERE partition = ?1 AND collection = ?2 AND key = ?3")?;
    let parameters = [partition.as_str(), owner.collection().path(), owner.key()];
    if statement.exists(parameters)? { Ok(()) } else { Err(StoreError::OwnerMissing) }
}

/// Returns the entity in a row; `None` if its text is too long.
fn stored_entity(row: &Row<'_>, key: String) -> rusqlite::Result<Option<StoredEntity>> {
    let Some(json) = row.get(3)? else {
        return Ok(None);
    };
    Ok(Some(StoredEntity { key, version: unsigned(row, 1)?, type_name: row.get(2)?, json }))
}

/// Converts to SQLite's integers, which are signed. No count of rows or writes comes near the end of the range; greater
/// numbers are a client's `$skip` and mean "after everything".
fn integer(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// Returns the value of a column that is never negative.
pub(super) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}
