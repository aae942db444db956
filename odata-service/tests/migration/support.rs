//! Services of different models on one database, and access to the database.

use std::path::{Path, PathBuf};

use http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use odata_core::{Model, edm::Container};
use odata_service::{
    BuildError, NoAuthorization, ODataService, Partition,
    migration::{Migration, MigrationError, MigrationReport, Migrator},
    store::{EntityStore as _, sqlite::SqliteStore},
};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;
use tower_service::Service as _;

/// Migrates a database to the model of a container.
pub(crate) fn migrate<C: Container>(path: &Path, migration: Migration) -> Result<MigrationReport, MigrationError> {
    let store = SqliteStore::open(path).unwrap();
    store.migrate(Migrator::new(&Model::of::<C>().unwrap(), migration))
}

/// Returns the lines of a refusal.
pub(crate) fn refusal<C: Container>(path: &Path) -> Vec<String> {
    match Api::try_new::<C>(SqliteStore::open(path).unwrap()) {
        Err(BuildError::Migration(error @ MigrationError::Refused(_))) => {
            error.to_string().lines().skip(1).map(|line| line.trim_start().to_owned()).collect()
        }
        other => panic!("{:?}", other.map(drop)),
    }
}

/// A service inside this process.
pub(crate) struct Api(ODataService);

impl Api {
    pub(crate) fn new<C: Container>(database: &Database) -> Self {
        Self::try_new::<C>(SqliteStore::open(&database.path).unwrap()).unwrap()
    }

    pub(crate) fn try_new<C: Container>(store: SqliteStore) -> Result<Self, BuildError> {
        let builder = ODataService::builder(Model::of::<C>().unwrap()).store(store);
        builder.authorizer(NoAuthorization::new(Partition::new("everybody"))).build().map(Self)
    }

    pub(crate) async fn send(&self, method: &str, uri: &str, body: &Value) -> Answer {
        let request = Request::builder().method(method).uri(uri).header("host", "localhost");
        let request = request.header("content-type", "application/json");
        let response = self.0.clone().call(request.body(body.to_string()).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&body).unwrap_or_default();
        Answer { status: head.status.as_u16(), headers: head.headers, body }
    }
}

pub(crate) struct Answer {
    status: u16,
    headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

/// A database file in a folder of its own.
pub(crate) struct Database {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredRow {
    pub(crate) sequence: i64,
    pub(crate) collection: String,
    pub(crate) key: String,
    pub(crate) type_name: String,
    pub(crate) version: i64,
    pub(crate) json: String,
}

impl Database {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { path: folder.path().join("fleet.db"), _folder: folder }
    }

    /// Creates a database as the first version of the store did, with these rows: collection, key, type and JSON.
    pub(crate) fn of_first_layout(rows: &[(&str, &str, &str, &str)]) -> Self {
        let database = Self::new();
        let connection = database.connection();
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL;
                 PRAGMA application_id = 1329881460;
                 PRAGMA user_version = 1;
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
                 INSERT INTO counter VALUES (0);",
            )
            .unwrap();
        for (collection, key, type_name, json) in rows {
            connection.execute("UPDATE counter SET value = value + 1", []).unwrap();
            connection
                .execute(
                    "INSERT INTO entity (sequence, partition, collection, key, type_name, version, json)
                     SELECT value, 'everybody', ?1, ?2, ?3, value, ?4 FROM counter",
                    [collection, key, type_name, json],
                )
                .unwrap();
        }
        database
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn connection(&self) -> Connection {
        Connection::open(&self.path).unwrap()
    }

    /// Returns all rows, in the order of their insertion.
    pub(crate) fn rows(&self) -> Vec<StoredRow> {
        let connection = self.connection();
        let mut statement = connection
            .prepare("SELECT sequence, collection, key, type_name, version, json FROM entity ORDER BY sequence")
            .unwrap();
        let row = |row: &rusqlite::Row<'_>| {
            Ok(StoredRow {
                sequence: row.get(0)?,
                collection: row.get(1)?,
                key: row.get(2)?,
                type_name: row.get(3)?,
                version: row.get(4)?,
                json: row.get(5)?,
            })
        };
        statement.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// Returns the recorded model.
    pub(crate) fn model(&self) -> Option<String> {
        self.connection().query_row("SELECT json FROM model", [], |row| row.get(0)).optional().unwrap()
    }

    /// Replaces the recorded model.
    pub(crate) fn set_model(&self, json: &str) {
        self.connection().execute("UPDATE model SET json = ?1", [json]).unwrap();
    }

    pub(crate) fn execute(&self, sql: &str) {
        self.connection().execute_batch(sql).unwrap();
    }

    /// Returns the number that the last write has taken.
    pub(crate) fn counter(&self) -> i64 {
        self.connection().query_row("SELECT value FROM counter", [], |row| row.get(0)).unwrap()
    }

    pub(crate) fn layout(&self) -> i64 {
        self.connection().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    }
}
