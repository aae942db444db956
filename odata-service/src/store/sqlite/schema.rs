//! Opening a database: its settings and its tables.

use std::{error::Error, fmt, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

/// The name of a database in memory in messages.
pub(super) const IN_MEMORY: &str = "the database in memory";

/// The layout of the tables below. A program opens databases of its own layout and of earlier ones.
const LAYOUT: i64 = 2;

/// The first layout that records the model.
const LAYOUT_WITH_MODEL: i64 = 2;

/// The mark of files of this store: `ODat`.
const APPLICATION_ID: i64 = 0x4f44_6174;

/// The time to wait for a lock that another process holds.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// `sequence` is the order of lists; both it and `version` are taken from `counter`, so no number is ever used twice.
const TABLES: &str = "
    CREATE TABLE entity (
        sequence   INTEGER PRIMARY KEY,
        partition  TEXT NOT NULL,
        collection TEXT NOT NULL,
        key        TEXT NOT NULL,
        type_name  TEXT NOT NULL,
        version    INTEGER NOT NULL,
        json       TEXT NOT NULL,
        UNIQUE (partition, collection, key)
    ) STRICT;
    CREATE INDEX entity_in_order ON entity (partition, collection, sequence);
    CREATE TABLE counter (value INTEGER NOT NULL) STRICT;
    INSERT INTO counter VALUES (0);
";

/// The model that the entities were last written by, if a program has recorded one.
const MODEL_TABLE: &str = "
    CREATE TABLE model (
        id   INTEGER PRIMARY KEY CHECK (id = 1),
        json TEXT NOT NULL
    ) STRICT;
";

/// An error of opening a database.
#[derive(Debug)]
pub struct OpenError {
    database: String,
    cause: Box<dyn Error + Send + Sync>,
}

impl OpenError {
    pub(super) fn new(database: impl fmt::Display, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { database: database.to_string(), cause: cause.into() }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot open {}: {}", self.database, self.cause)
    }
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.cause)
    }
}

/// Opens the connection that writes. Creates the database and its tables if they do not exist.
pub(super) fn open_writer(path: &Path) -> Result<Connection, OpenError> {
    let fail = |cause| OpenError::new(path.display(), cause);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(|cause| fail(cause.into()))?;
    configure(&connection).map_err(|cause| fail(cause.into()))?;
    // The journal mode is kept in the file, so a file of another program must be recognized before.
    create_tables(&mut connection).map_err(fail)?;
    let journal: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(|cause| fail(cause.into()))?;
    if journal != "wal" {
        return Err(fail(
            format!("its file system does not support write-ahead logging (journal mode {journal})").into(),
        ));
    }
    Ok(connection)
}

/// Opens a connection that only reads.
pub(super) fn open_reader(path: &Path) -> Result<Connection, OpenError> {
    let open = || {
        // A connection that is read-only for SQLite could not recover the log; this one can, but refuses statements that write.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        configure(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    };
    open().map_err(|cause: rusqlite::Error| OpenError::new(path.display(), cause))
}

/// Opens a database in memory.
pub(super) fn open_in_memory() -> Result<Connection, OpenError> {
    let mut connection = Connection::open_in_memory().map_err(|cause| OpenError::new(IN_MEMORY, cause))?;
    create_tables(&mut connection).map_err(|cause| OpenError::new(IN_MEMORY, cause))?;
    Ok(connection)
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

fn create_tables(connection: &mut Connection) -> Result<(), Box<dyn Error + Send + Sync>> {
    // Immediate, so that of two programs that start at once one creates the tables and the other finds them.
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let pragma = |name: &str| transaction.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
    let (application, layout) = (pragma("application_id")?, pragma("user_version")?);
    if application == APPLICATION_ID {
        // An earlier layout can be read and written. It is upgraded when a model is recorded, so that a program that
        // refuses to go on leaves the database to its predecessor.
        return if (1..=LAYOUT).contains(&layout) {
            Ok(transaction.commit()?)
        } else {
            Err(format!("its layout has version {layout}, and this program knows versions up to {LAYOUT}").into())
        };
    }
    let foreign = transaction.query_row("SELECT name FROM sqlite_schema LIMIT 1", [], |row| row.get::<_, String>(0));
    if let Some(table) = foreign.optional()? {
        return Err(format!("it belongs to another program (it has a table `{table}`)").into());
    }
    if application != 0 || layout != 0 {
        return Err(format!("it belongs to another program (application id {application}, version {layout})").into());
    }
    transaction.execute_batch(TABLES)?;
    transaction.execute_batch(MODEL_TABLE)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", LAYOUT)?;
    Ok(transaction.commit()?)
}

/// Returns whether the layout of the database records the model.
pub(super) fn has_model(connection: &Connection) -> rusqlite::Result<bool> {
    let layout: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(layout >= LAYOUT_WITH_MODEL)
}

/// Upgrades the tables to the present layout, inside the transaction that the caller has begun.
pub(super) fn upgrade(connection: &Connection) -> rusqlite::Result<()> {
    if has_model(connection)? {
        return Ok(());
    }
    connection.execute_batch(MODEL_TABLE)?;
    connection.pragma_update(None, "user_version", LAYOUT)
}
