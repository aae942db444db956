//! The SQL of the store.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, named_params};

use crate::{
    Partition,
    store::{CollectionAddress, Decide, Decision, EntityAddress, Page, PageRequest, StoreError, StoredEntity, Written},
};

impl From<rusqlite::Error> for StoreError {
    fn from(cause: rusqlite::Error) -> Self {
        if is_busy(&cause) { Self::busy(cause) } else { Self::failed(cause) }
    }
}

/// Whether a lock of another process was not let go while SQLite has waited for it.
pub(super) fn is_busy(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// The entity at an address.
pub(super) fn get(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
) -> Result<Option<StoredEntity>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT key, sequence, version, type_name, json FROM entity
         WHERE partition = :partition AND collection = :collection AND key = :key",
    )?;
    let found = statement.query_row(
        named_params! {":partition": partition.as_str(), ":collection": address.collection().path(), ":key": address.key()},
        stored_entity,
    );
    Ok(found.optional()?)
}

/// A page of a collection.
pub(super) fn list(
    connection: &Connection,
    partition: &Partition,
    collection: &CollectionAddress,
    page: PageRequest,
) -> Result<Page, StoreError> {
    // One transaction is one state for the owner, the rows and the count.
    let transaction = connection.unchecked_transaction()?;
    require_owner(&transaction, partition, collection)?;
    let mut statement = transaction.prepare_cached(
        "SELECT key, sequence, version, type_name, json FROM entity
         WHERE partition = :partition AND collection = :collection AND sequence > :after
         ORDER BY sequence LIMIT :limit OFFSET :skip",
    )?;
    // One row more than asked for tells whether there are more.
    let rows = statement.query_map(
        named_params! {
            ":partition": partition.as_str(),
            ":collection": collection.path(),
            ":after": integer(page.after.unwrap_or(0)),
            ":limit": integer(page.limit.saturating_add(1)),
            ":skip": integer(page.skip),
        },
        stored_entity,
    )?;
    let mut entities = rows.collect::<Result<Vec<_>, _>>()?;
    let more = u64::try_from(entities.len()).is_ok_and(|found| found > page.limit);
    if more {
        entities.pop();
    }
    let count = if page.count {
        let mut statement = transaction
            .prepare_cached("SELECT count(*) FROM entity WHERE partition = :partition AND collection = :collection")?;
        let parameters = named_params! {":partition": partition.as_str(), ":collection": collection.path()};
        Some(statement.query_row(parameters, |row| unsigned(row, 0))?)
    } else {
        None
    };
    Ok(Page { entities, more, count })
}

/// Reads, decides and stores, all inside the transaction that the caller has begun.
pub(super) fn write(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
    decide: &mut Decide,
) -> Result<Written, StoreError> {
    require_owner(connection, partition, address.collection())?;
    let stored = get(connection, partition, address)?;
    match decide(stored.as_ref()).map_err(StoreError::Refused)? {
        Decision::Keep => Ok(Written::Kept(stored)),
        Decision::Delete => {
            delete(connection, partition, address)?;
            Ok(Written::Deleted)
        }
        Decision::Put { type_name, json } => {
            let mut statement = connection.prepare_cached("UPDATE counter SET value = value + 1 RETURNING value")?;
            let version = statement.query_row([], |row| unsigned(row, 0))?;
            let is_new = stored.is_none();
            let sequence = stored.map_or(version, |stored| stored.sequence);
            let entity = StoredEntity { key: address.key().to_owned(), sequence, version, type_name, json };
            put(connection, partition, address, &entity)?;
            Ok(if is_new { Written::Inserted(entity) } else { Written::Updated(entity) })
        }
    }
}

fn put(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
    entity: &StoredEntity,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO entity (sequence, partition, collection, key, type_name, version, json)
         VALUES (:sequence, :partition, :collection, :key, :type_name, :version, :json)
         ON CONFLICT (sequence) DO UPDATE SET type_name = :type_name, version = :version, json = :json",
    )?;
    statement.execute(named_params! {
        ":sequence": integer(entity.sequence),
        ":partition": partition.as_str(),
        ":collection": address.collection().path(),
        ":key": entity.key,
        ":type_name": entity.type_name,
        ":version": integer(entity.version),
        ":json": entity.json,
    })?;
    Ok(())
}

/// Deletes an entity and all that it contains.
pub(super) fn delete(
    connection: &Connection,
    partition: &Partition,
    address: &EntityAddress,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "DELETE FROM entity WHERE partition = :partition AND collection = :collection AND key = :key",
    )?;
    statement.execute(
        named_params! {":partition": partition.as_str(), ":collection": address.collection().path(), ":key": address.key()},
    )?;
    // All paths that begin with the prefix: it ends in `/`, and the next character is `0`.
    let from = address.contained_prefix();
    let to = format!("{}0", from.strip_suffix('/').unwrap_or(&from));
    let mut statement = connection.prepare_cached(
        "DELETE FROM entity WHERE partition = :partition AND collection >= :from AND collection < :to",
    )?;
    statement.execute(named_params! {":partition": partition.as_str(), ":from": from, ":to": to})?;
    Ok(())
}

fn require_owner(
    connection: &Connection,
    partition: &Partition,
    collection: &CollectionAddress,
) -> Result<(), StoreError> {
    let Some(owner) = collection.owner() else {
        return Ok(());
    };
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM entity WHERE partition = :partition AND collection = :collection AND key = :key",
    )?;
    let parameters =
        named_params! {":partition": partition.as_str(), ":collection": owner.collection().path(), ":key": owner.key()};
    if statement.exists(parameters)? { Ok(()) } else { Err(StoreError::OwnerMissing) }
}

fn stored_entity(row: &Row<'_>) -> rusqlite::Result<StoredEntity> {
    Ok(StoredEntity {
        key: row.get(0)?,
        sequence: unsigned(row, 1)?,
        version: unsigned(row, 2)?,
        type_name: row.get(3)?,
        json: row.get(4)?,
    })
}

/// SQLite's integers are signed. No count of rows or writes comes near the end of the range; greater numbers are a
/// client's `$skip` and mean "behind everything".
fn integer(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A column that is never negative.
pub(super) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}
