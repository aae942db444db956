//! Tests of both kinds of the SQLite store beyond the contract of a store, which `contract` tests.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};

use odata_core::{Error, ErrorCode};
use odata_service::{
    Partition,
    store::{
        CollectionAddress, EntityAddress, EntityStore, EntityStoreExt, Position, Query, StoreError, StoredEntity,
        sqlite::SqliteStore,
    },
};

/// A code of the application's own.
const QUOTA: ErrorCode = ErrorCode::new("QuotaExceeded", 409);

fn tenant(name: &str) -> Partition {
    Partition::new(name)
}

fn user(key: &str) -> EntityAddress {
    EntityAddress::new(CollectionAddress::entity_set("users"), key)
}

async fn try_put(
    store: &SqliteStore,
    partition: &str,
    address: &EntityAddress,
    json: &str,
) -> Result<StoredEntity, StoreError> {
    let state = (address.clone(), json.to_owned());
    let put = store.transact_with(tenant(partition), state, |(address, json), transaction| {
        transaction.put(address, "test.user", json.clone())
    });
    put.await
}

async fn put(store: &SqliteStore, partition: &str, address: &EntityAddress, json: &str) -> StoredEntity {
    try_put(store, partition, address, json).await.unwrap()
}

async fn get(store: &SqliteStore, partition: &str, address: &EntityAddress) -> Option<StoredEntity> {
    store.get(&tenant(partition), address).await.unwrap()
}

async fn keys(store: &SqliteStore, partition: &str, collection: CollectionAddress) -> Vec<String> {
    let answer = store.query(tenant(partition), Arc::new(Query::new(collection))).await.unwrap();
    answer.rows.into_iter().map(|entity| entity.key).collect()
}

/// Creates both kinds of store; the directory lives as long as the database in it is used.
fn stores() -> Vec<(SqliteStore, Option<tempfile::TempDir>)> {
    let directory = tempfile::tempdir().unwrap();
    let file = SqliteStore::open(directory.path().join("test.db")).unwrap();
    vec![(file, Some(directory)), (SqliteStore::in_memory().unwrap(), None)]
}

#[tokio::test]
async fn a_panic_of_work_fails_that_work_alone() {
    for (store, _directory) in stores() {
        let failed = store.transact_with(tenant("a"), (), |(), transaction| {
            Box::pin(async {
                transaction.put(&user("1"), "test.user", "{}".to_owned()).await?;
                panic!("on purpose")
            })
        });
        let failed: Result<(), _> = failed.await;
        assert!(matches!(failed, Err(StoreError::Failed(_))));
        assert_eq!(get(&store, "a", &user("1")).await, None);
        put(&store, "a", &user("1"), "{}").await;
        assert!(get(&store, "a", &user("1")).await.is_some());
    }
}

/// Returns the message of a failure.
fn message<T>(result: Result<T, StoreError>) -> String {
    result.err().map(|error| error.to_string()).unwrap_or_default()
}

#[tokio::test]
async fn work_that_calls_the_store_fails_and_does_not_wait() {
    for (store, _directory) in stores() {
        let calls = store.transact_with(tenant("a"), store.clone(), |store, transaction| {
            Box::pin(async move {
                transaction.put(&user("1"), "test.user", "{}".to_owned()).await?;
                let (partition, query) = (tenant("a"), Query::new(CollectionAddress::entity_set("users")));
                let results = [
                    message(store.get(&partition, &user("1")).await),
                    message(store.query(partition, Arc::new(query)).await),
                    message(try_put(store, "a", &user("2"), "{}").await),
                ];
                Ok(results)
            })
        });
        for message in calls.await.unwrap() {
            assert!(message.contains("work has called a store"), "{message}");
        }
        assert_eq!(
            keys(&store, "a", CollectionAddress::entity_set("users")).await,
            ["1"],
            "and nothing is written later"
        );
    }
}

#[tokio::test]
async fn work_that_waits_for_something_else_fails() {
    for (store, _directory) in stores() {
        let waits = store.transact_with(tenant("a"), (), |(), transaction| {
            Box::pin(async {
                transaction.put(&user("1"), "test.user", "{}".to_owned()).await?;
                std::future::pending::<()>().await;
                Ok(())
            })
        });
        let failed = message(waits.await);
        assert!(failed.contains("waited for something other"), "{failed}");
        assert_eq!(get(&store, "a", &user("1")).await, None);
    }
}

#[tokio::test]
async fn work_that_takes_too_long_is_undone() {
    for (store, _directory) in stores() {
        let slow = store.transact_with(tenant("a"), (), |(), transaction| {
            Box::pin(async {
                transaction.put(&user("1"), "test.user", "{}".to_owned()).await?;
                thread::sleep(Duration::from_millis(2100));
                transaction.put(&user("2"), "test.user", "{}".to_owned()).await
            })
        });
        match slow.await {
            Err(StoreError::Busy(cause)) => assert!(cause.to_string().contains("longer than 2s"), "{cause}"),
            other => panic!("{other:?}"),
        }
        assert!(keys(&store, "a", CollectionAddress::entity_set("users")).await.is_empty());
    }
}

#[tokio::test]
async fn pages_neither_skip_nor_repeat_while_rows_come_and_go() {
    for (store, _directory) in stores() {
        for key in ["m", "c", "x", "a", "q"] {
            put(&store, "a", &user(key), "{}").await;
        }
        let ask = async |query| store.query(tenant("a"), Arc::new(query)).await.unwrap();
        let users = || Query::new(CollectionAddress::entity_set("users"));
        let mut seen = Vec::new();
        let mut after = None;
        for (round, new) in ["b", "z"].into_iter().enumerate() {
            let mut query = users().with_limit(2).with_count();
            query.after = after;
            let answer = ask(query).await;
            assert_eq!(answer.count, Some(5 + round as u64));
            after = answer.next;
            assert!(after.is_some());
            seen.extend(answer.rows.into_iter().map(|entity| entity.key));
            put(&store, "a", &user(new), "{}").await;
            // A write to a row that was seen does not make it appear again.
            put(&store, "a", &user("m"), "{\"changed\":true}").await;
        }
        let rest = ask(users().with_limit(3).with_after(after.unwrap())).await;
        assert_eq!(rest.next, None);
        seen.extend(rest.rows.into_iter().map(|entity| entity.key));
        assert_eq!(seen, ["m", "c", "x", "a", "q", "b", "z"]);

        let skipped = ask(users().with_skip(5).with_limit(1)).await;
        assert_eq!((skipped.rows[0].key.as_str(), skipped.next.is_some()), ("b", true));
        assert_eq!(ask(users().with_skip(u64::MAX).with_limit(u64::MAX)).await.rows, []);
        assert_eq!(ask(users().with_limit(0).with_count()).await.count, Some(7));
        let invalid = users().with_after(Position::new(*b"none"));
        assert!(matches!(store.query(tenant("a"), Arc::new(invalid)).await, Err(StoreError::InvalidPosition)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_stores_on_one_database_use_no_number_twice() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let stores = [SqliteStore::open(&path).unwrap(), SqliteStore::open(&path).unwrap()];
    let writers: Vec<_> = (0..200)
        .map(|number| {
            let store = stores[number % 2].clone();
            tokio::spawn(async move {
                // Some of them are refused after they have written, some change what is stored.
                let write = store.transact_with(tenant("a"), number, |number: &usize, transaction| {
                    Box::pin(async move {
                        let key = user(&(number % 150).to_string());
                        let entity = transaction.put(&key, "test.user", "{}".to_owned()).await?;
                        if number.is_multiple_of(5) {
                            Err(Error::new(QUOTA, "refused").into())
                        } else {
                            Ok(entity.version)
                        }
                    })
                });
                match write.await {
                    Ok(version) => Some(version),
                    Err(StoreError::Refused(_)) => None,
                    Err(error) => panic!("{error}"),
                }
            })
        })
        .collect();
    let mut versions = Vec::new();
    for writer in writers {
        versions.extend(writer.await.unwrap());
    }
    let count = versions.len();
    versions.sort_unstable();
    versions.dedup();
    assert_eq!((count, versions.len()), (160, 160));
    // In turns each sees what the other has taken.
    let mut last = *versions.last().unwrap();
    for number in 0..10 {
        let key = user(&format!("turn {number}"));
        let entity = put(&stores[number % 2], "a", &key, "{}").await;
        assert!(entity.version > last);
        last = entity.version;
        assert_eq!(get(&stores[(number + 1) % 2], "a", &key).await, Some(entity));
    }
}

#[tokio::test]
async fn large_entities_and_long_lists_are_read_as_a_whole() {
    for (store, _directory) in stores() {
        let large = format!("{{\"x\":\"{}\"}}", "x".repeat(1 << 20));
        put(&store, "a", &user("large"), &large).await;
        assert_eq!(get(&store, "a", &user("large")).await.unwrap().json, large);
        for number in 0..300 {
            put(&store, "a", &user(&number.to_string()), "{}").await;
        }
        let users = CollectionAddress::entity_set("users");
        let first = Query::new(users.clone()).with_limit(250).with_count();
        let first = store.query(tenant("a"), Arc::new(first)).await.unwrap();
        assert_eq!((first.rows.len(), first.count), (250, Some(301)));
        assert_eq!(first.rows[0].json, large);
        let rest = Query::new(users).with_limit(250).with_after(first.next.unwrap());
        let rest = store.query(tenant("a"), Arc::new(rest)).await.unwrap();
        assert_eq!((rest.rows.len(), rest.next, rest.count), (51, None, None));
    }
}

/// The test starts its own program again as the process that is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_killed_process_has_lost_no_write_that_was_answered() {
    const DATABASE: &str = "KILLED_PROCESS_DATABASE";
    if let Some(path) = std::env::var_os(DATABASE) {
        let store = SqliteStore::open(path).unwrap();
        let writers = (0..8).map(|writer| {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 0.. {
                    let key = format!("{writer}-{number}");
                    put(&store, "a", &user(&key), "{}").await;
                    println!("\nanswered {key}");
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
    }
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_killed_process_has_lost_no_write_that_was_answered", "--nocapture"])
        .env(DATABASE, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let mut answered = Vec::new();
    for line in output.lines() {
        answered.extend(line.unwrap().strip_prefix("answered ").map(str::to_owned));
        if answered.len() == 200 {
            // SIGKILL: nothing of the process runs after it.
            process.kill().unwrap();
        }
    }
    process.wait().unwrap();
    assert!(answered.len() >= 200, "{} answers", answered.len());
    let store = SqliteStore::open(&path).unwrap();
    for key in &answered {
        assert!(get(&store, "a", &user(key)).await.is_some(), "{key} of {}", answered.len());
    }
}

#[tokio::test]
async fn a_write_waits_for_the_lock_of_another_process() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let store = SqliteStore::open(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let release = thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        other.execute_batch("COMMIT").unwrap();
    });
    put(&store, "a", &user("1"), "{}").await;
    release.join().unwrap();
    assert!(get(&store, "a", &user("1")).await.is_some());
}

#[test]
fn a_database_that_cannot_be_opened_says_why() {
    let directory = tempfile::tempdir().unwrap();
    let message = |path: &std::path::Path| SqliteStore::open(path).unwrap_err().to_string();

    let missing = directory.path().join("missing/test.db");
    assert!(message(&missing).starts_with(&format!("cannot open {}: ", missing.display())));

    let text = directory.path().join("notes.txt");
    std::fs::write(&text, "not a database, but long enough to be taken for one".repeat(100)).unwrap();
    assert!(message(&text).contains("file is not a database"), "{}", message(&text));

    let foreign = directory.path().join("foreign.db");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE songs (title TEXT)").unwrap();
    assert!(message(&foreign).contains("another program"), "{}", message(&foreign));

    let newer = directory.path().join("newer.db");
    drop(SqliteStore::open(&newer).unwrap());
    rusqlite::Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    assert!(message(&newer).contains("version 99"), "{}", message(&newer));
}
