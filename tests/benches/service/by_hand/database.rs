//! The table, its readers and its writer.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
};

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use tokio::sync::oneshot;

use super::policy::{Policy, PolicyChange, columns, etag};

const SELECT_ONE: &str = concat!("SELECT ", columns!(), " FROM policy WHERE id = ?");
const SELECT_FIRST: &str = concat!("SELECT ", columns!(), " FROM policy ORDER BY number LIMIT ?");
const INSERT: &str =
    concat!("INSERT INTO policy (", columns!(), ") VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
const UPDATE: &str = "
    UPDATE policy SET version = version + 1, checkin_statuses = ?2, description = ?3, display_name = ?4,
        last_modified = ?5, policy_payload = ?6, priority = ?7, failed_users = ?8, succeeded_users = ?9,
        user_preference_payload = ?10
    WHERE id = ?1";

/// How many writes are committed together at most.
const BATCH: usize = 256;

thread_local! {
    /// The connection that this thread reads with.
    static READER: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

pub(super) struct Database {
    path: PathBuf,
    writes: mpsc::Sender<Job>,
}

pub(super) enum WriteError {
    Missing,
    Failed(String),
}

struct Job {
    write: Write,
    answer: oneshot::Sender<Result<Policy, WriteError>>,
}

enum Write {
    Insert(Box<Policy>),
    Update(String, Box<PolicyChange>),
}

impl From<rusqlite::Error> for WriteError {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Failed(cause.to_string())
    }
}

impl Database {
    pub(super) fn open(path: &Path) -> Self {
        let connection = connect(path).expect("the database opens");
        connection
            .execute_batch(
                "CREATE TABLE IF NOT EXISTS policy (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    version INTEGER NOT NULL,
                    checkin_statuses TEXT NOT NULL,
                    description TEXT,
                    display_name TEXT,
                    last_modified TEXT NOT NULL,
                    policy_payload TEXT,
                    priority INTEGER NOT NULL,
                    failed_users INTEGER,
                    succeeded_users INTEGER,
                    user_preference_payload TEXT
                 ) STRICT",
            )
            .expect("the table is made");
        let (writes, jobs) = mpsc::channel();
        thread::spawn(move || write_all(connection, &jobs));
        Self { path: path.to_owned(), writes }
    }

    pub(super) fn get(&self, id: &str) -> rusqlite::Result<Option<Policy>> {
        self.read(|connection| connection.prepare_cached(SELECT_ONE)?.query_row([id], Policy::of_row).optional())
    }

    pub(super) fn list(&self, limit: u32) -> rusqlite::Result<Vec<Policy>> {
        self.read(|connection| connection.prepare_cached(SELECT_FIRST)?.query_map([limit], Policy::of_row)?.collect())
    }

    pub(super) async fn insert(&self, policy: Policy) -> Result<Policy, WriteError> {
        self.write(Write::Insert(Box::new(policy))).await
    }

    pub(super) async fn update(&self, id: String, change: PolicyChange) -> Result<Policy, WriteError> {
        self.write(Write::Update(id, Box::new(change))).await
    }

    async fn write(&self, write: Write) -> Result<Policy, WriteError> {
        let stopped = || WriteError::Failed("the writer has stopped".to_owned());
        let (answer, answered) = oneshot::channel();
        self.writes.send(Job { write, answer }).map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }

    fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        READER.with_borrow_mut(|reader| match reader {
            Some(connection) => read(connection),
            None => read(reader.insert(connect(&self.path)?)),
        })
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000")?;
    Ok(connection)
}

fn write_all(mut connection: Connection, jobs: &mpsc::Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).expect("a transaction");
        let mut answers = Vec::new();
        let mut next = Some(first);
        while let Some(Job { write, answer }) = next {
            answers.push((answer, write_one(&transaction, write)));
            next = if answers.len() < BATCH { jobs.try_recv().ok() } else { None };
        }
        transaction.commit().expect("a commit");
        for (answer, result) in answers {
            // Who has asked may be gone.
            let _ = answer.send(result);
        }
    }
}

fn write_one(connection: &Connection, write: Write) -> Result<Policy, WriteError> {
    match write {
        Write::Insert(policy) => {
            store(connection, INSERT, &policy)?;
            Ok(*policy)
        }
        Write::Update(id, change) => {
            let mut statement = connection.prepare_cached(SELECT_ONE)?;
            let found = statement.query_row([&id], |row| Ok((Policy::of_row(row)?, row.get::<_, u32>(1)?)));
            let (mut policy, version) = found.optional()?.ok_or(WriteError::Missing)?;
            policy.change(*change);
            policy.etag = etag(version + 1);
            store(connection, UPDATE, &policy)?;
            Ok(policy)
        }
    }
}

fn store(connection: &Connection, sql: &str, policy: &Policy) -> Result<(), WriteError> {
    let statuses =
        serde_json::to_string(&policy.checkin_statuses).map_err(|cause| WriteError::Failed(cause.to_string()))?;
    let summary = policy.user_checkin_summary;
    connection.prepare_cached(sql)?.execute(params![
        policy.id,
        statuses,
        policy.description,
        policy.display_name,
        policy.last_modified_date_time,
        policy.policy_payload,
        policy.priority,
        summary.map(|summary| summary.failed_user_count),
        summary.map(|summary| summary.succeeded_user_count),
        policy.user_preference_payload,
    ])?;
    Ok(())
}
