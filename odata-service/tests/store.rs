//! The contract of a store, kept by both kinds of the SQLite store.

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
        CollectionAddress, Decision, EntityAddress, EntityStore, PageRequest, StoreError, StoredEntity, Written,
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

fn put_decision(json: impl Into<String>) -> Decision {
    Decision::Put { type_name: "test.user".to_owned(), json: json.into() }
}

async fn put(store: &SqliteStore, partition: &str, address: &EntityAddress, json: &str) -> Written {
    let json = json.to_owned();
    let decide = Box::new(move |_: Option<&StoredEntity>| Ok(put_decision(json.clone())));
    store.write(tenant(partition), address.clone(), decide).await.unwrap()
}

async fn get(store: &SqliteStore, partition: &str, address: &EntityAddress) -> Option<StoredEntity> {
    store.get(tenant(partition), address.clone()).await.unwrap()
}

async fn keys(store: &SqliteStore, partition: &str, collection: CollectionAddress) -> Vec<String> {
    let page = PageRequest { limit: 100, ..PageRequest::default() };
    let page = store.list(tenant(partition), collection, page).await.unwrap();
    page.entities.into_iter().map(|entity| entity.key).collect()
}

/// Both kinds of store; the directory lives as long as the database in it is used.
fn stores() -> Vec<(SqliteStore, Option<tempfile::TempDir>)> {
    let directory = tempfile::tempdir().unwrap();
    let file = SqliteStore::open(directory.path().join("test.db")).unwrap();
    vec![(file, Some(directory)), (SqliteStore::in_memory().unwrap(), None)]
}

#[tokio::test]
async fn what_is_put_is_found_until_it_is_deleted() {
    for (store, _directory) in stores() {
        assert_eq!(get(&store, "a", &user("1")).await, None);
        let Written::Inserted(inserted) = put(&store, "a", &user("1"), "{}").await else { panic!("inserted") };
        assert_eq!(get(&store, "a", &user("1")).await.as_ref(), Some(&inserted));

        let Written::Updated(updated) = put(&store, "a", &user("1"), "{\"x\":1}").await else { panic!("updated") };
        assert_eq!((updated.sequence, updated.json.as_str()), (inserted.sequence, "{\"x\":1}"));
        assert_ne!(updated.version, inserted.version);

        let deleted = store.write(tenant("a"), user("1"), Box::new(|_| Ok(Decision::Delete))).await.unwrap();
        assert_eq!(deleted, Written::Deleted);
        assert_eq!(get(&store, "a", &user("1")).await, None);

        let Written::Inserted(again) = put(&store, "a", &user("1"), "{}").await else { panic!("inserted") };
        assert!(again.version > updated.version, "a version never comes back");
    }
}

#[tokio::test]
async fn a_decision_sees_what_is_stored_and_its_error_changes_nothing() {
    for (store, _directory) in stores() {
        put(&store, "a", &user("1"), "{}").await;
        let detail = Error::new(ErrorCode::TOO_LONG, "a detail");
        let error =
            move |saw: &str| Error::new(QUOTA, format!("saw {saw}")).with_target("x").with_detail(detail.clone());
        let expected = error("{}");
        let decide = move |stored: Option<&StoredEntity>| Err(error(&stored.unwrap().json));
        match store.write(tenant("a"), user("1"), Box::new(decide)).await {
            Err(StoreError::Refused(error)) => assert_eq!(error, expected, "nothing of it is lost"),
            other => panic!("{other:?}"),
        }
        let kept = store.write(tenant("a"), user("2"), Box::new(|_| Ok(Decision::Keep))).await.unwrap();
        assert_eq!(kept, Written::Kept(None));
        assert_eq!(keys(&store, "a", CollectionAddress::entity_set("users")).await, ["1"]);
    }
}

#[tokio::test]
async fn a_panic_of_a_decision_fails_that_write_alone() {
    for (store, _directory) in stores() {
        let failed = store.write(tenant("a"), user("1"), Box::new(|_| panic!("on purpose"))).await;
        assert!(matches!(failed, Err(StoreError::Failed(_))));
        put(&store, "a", &user("1"), "{}").await;
        assert!(get(&store, "a", &user("1")).await.is_some());
    }
}

#[tokio::test]
async fn partitions_do_not_see_each_other() {
    for (store, _directory) in stores() {
        put(&store, "a", &user("1"), "{\"of\":\"a\"}").await;
        assert_eq!(get(&store, "b", &user("1")).await, None);
        assert!(keys(&store, "b", CollectionAddress::entity_set("users")).await.is_empty());

        assert!(matches!(put(&store, "b", &user("1"), "{\"of\":\"b\"}").await, Written::Inserted(_)));
        store.write(tenant("b"), user("1"), Box::new(|_| Ok(Decision::Delete))).await.unwrap();
        assert_eq!(get(&store, "a", &user("1")).await.unwrap().json, "{\"of\":\"a\"}");
    }
}

#[tokio::test]
async fn pages_neither_skip_nor_repeat_while_rows_come_and_go() {
    for (store, _directory) in stores() {
        for key in ["m", "c", "x", "a", "q"] {
            put(&store, "a", &user(key), "{}").await;
        }
        let users = CollectionAddress::entity_set("users");
        let mut seen = Vec::new();
        let mut after = None;
        for (round, new) in ["b", "z"].into_iter().enumerate() {
            let page = PageRequest { after, limit: 2, count: true, ..PageRequest::default() };
            let page = store.list(tenant("a"), users.clone(), page).await.unwrap();
            assert!(page.more);
            assert_eq!(page.count, Some(5 + round as u64));
            after = page.entities.last().map(|entity| entity.sequence);
            seen.extend(page.entities.into_iter().map(|entity| entity.key));
            put(&store, "a", &user(new), "{}").await;
            // A write to a row that was seen does not bring it back.
            put(&store, "a", &user("m"), "{\"changed\":true}").await;
        }
        let rest = PageRequest { after, limit: 3, ..PageRequest::default() };
        let rest = store.list(tenant("a"), users.clone(), rest).await.unwrap();
        assert!(!rest.more);
        seen.extend(rest.entities.into_iter().map(|entity| entity.key));
        assert_eq!(seen, ["m", "c", "x", "a", "q", "b", "z"]);

        let skipped = PageRequest { skip: 5, limit: 1, ..PageRequest::default() };
        let skipped = store.list(tenant("a"), users.clone(), skipped).await.unwrap();
        assert_eq!((skipped.entities[0].key.as_str(), skipped.more), ("b", true));
        let beyond = PageRequest { skip: u64::MAX, limit: u64::MAX, ..PageRequest::default() };
        assert_eq!(store.list(tenant("a"), users, beyond).await.unwrap().entities, []);
    }
}

#[tokio::test]
async fn contained_entities_need_their_owner_and_go_with_it() {
    for (store, _directory) in stores() {
        let orders = CollectionAddress::contained(&user("5"), "orders");
        let order = EntityAddress::new(orders.clone(), "1");
        let orphan = store.write(tenant("a"), order.clone(), Box::new(|_| Ok(put_decision("{}")))).await;
        assert!(matches!(orphan, Err(StoreError::OwnerMissing)));
        let list = store.list(tenant("a"), orders.clone(), PageRequest::default()).await;
        assert!(matches!(list, Err(StoreError::OwnerMissing)));

        for key in ["5", "50", ""] {
            put(&store, "a", &user(key), "{}").await;
        }
        put(&store, "a", &order, "{}").await;
        let item = EntityAddress::new(CollectionAddress::contained(&order, "items"), "1");
        put(&store, "a", &item, "{}").await;
        let neighbour = EntityAddress::new(CollectionAddress::contained(&user("50"), "orders"), "1");
        put(&store, "a", &neighbour, "{}").await;
        assert_eq!(keys(&store, "a", orders).await, ["1"]);

        store.write(tenant("a"), user(""), Box::new(|_| Ok(Decision::Delete))).await.unwrap();
        assert!(get(&store, "a", &item).await.is_some(), "an empty key is a key like others");
        store.write(tenant("a"), user("5"), Box::new(|_| Ok(Decision::Delete))).await.unwrap();
        assert_eq!(get(&store, "a", &order).await, None);
        assert_eq!(get(&store, "a", &item).await, None);
        assert!(get(&store, "a", &neighbour).await.is_some());
    }
}

#[tokio::test]
async fn below_a_singleton_that_was_never_written_there_can_be_entities() {
    for (store, _directory) in stores() {
        let office = EntityAddress::singleton("office");
        let policies = CollectionAddress::contained(&office, "policies");
        put(&store, "a", &EntityAddress::new(policies.clone(), "p"), "{}").await;
        assert_eq!(get(&store, "a", &office).await, None);
        put(&store, "a", &office, "{}").await;
        assert_eq!(keys(&store, "a", policies).await, ["p"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_changes_of_one_entity_lose_none() {
    for (store, _directory) in stores() {
        put(&store, "a", &user("1"), "").await;
        let writers: Vec<_> = (0..50_u8)
            .map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    let append = move |stored: Option<&StoredEntity>| {
                        Ok(put_decision(format!("{}{}", stored.unwrap().json, char::from(b'0' + number))))
                    };
                    store.write(tenant("a"), user("1"), Box::new(append)).await.unwrap();
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let mut all: Vec<_> = get(&store, "a", &user("1")).await.unwrap().json.into_bytes();
        all.sort_unstable();
        assert_eq!(all, (0..50_u8).map(|number| b'0' + number).collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_concurrent_inserts_of_one_key_one_wins() {
    for (store, _directory) in stores() {
        let writers: Vec<_> = (0..20)
            .map(|number| {
                let store = store.clone();
                let insert = move |stored: Option<&StoredEntity>| match stored {
                    Some(_) => Err(Error::new(QUOTA, "taken")),
                    None => Ok(put_decision(number.to_string())),
                };
                tokio::spawn(async move { store.write(tenant("a"), user("1"), Box::new(insert)).await.is_ok() })
            })
            .collect();
        let mut winners = 0;
        for writer in writers {
            winners += usize::from(writer.await.unwrap());
        }
        assert_eq!(winners, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_stores_on_one_database_give_no_number_twice() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let stores = [SqliteStore::open(&path).unwrap(), SqliteStore::open(&path).unwrap()];
    let writers: Vec<_> = (0..200)
        .map(|number| {
            let store = stores[number % 2].clone();
            tokio::spawn(async move {
                // Some of them are refused, some change what is there.
                let key = user(&(number % 150).to_string());
                let decide = move |_: Option<&StoredEntity>| match number % 5 {
                    0 => Err(Error::new(QUOTA, "refused")),
                    _ => Ok(put_decision("{}")),
                };
                match store.write(tenant("a"), key, Box::new(decide)).await {
                    Ok(Written::Inserted(entity) | Written::Updated(entity)) => Some(entity.version),
                    Ok(other) => panic!("{other:?}"),
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
        let Written::Inserted(entity) = put(&stores[number % 2], "a", &key, "{}").await else { panic!("inserted") };
        assert!(entity.version > last && entity.sequence > last);
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
        let page = PageRequest { limit: 250, count: true, ..PageRequest::default() };
        let first = store.list(tenant("a"), users.clone(), page).await.unwrap();
        assert_eq!((first.entities.len(), first.more, first.count), (250, true, Some(301)));
        assert_eq!(first.entities[0].json, large);
        let rest = PageRequest { after: Some(first.entities[249].sequence), count: false, ..page };
        let rest = store.list(tenant("a"), users, rest).await.unwrap();
        assert_eq!((rest.entities.len(), rest.more, rest.count), (51, false, None));
    }
}

#[tokio::test]
async fn a_restart_finds_everything_again() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let before = {
        let store = SqliteStore::open(&path).unwrap();
        put(&store, "a", &user("1"), "{\"x\":1}").await;
        put(&store, "a", &user("2"), "{\"x\":2}").await;
        store.write(tenant("a"), user("2"), Box::new(|_| Ok(Decision::Delete))).await.unwrap();
        get(&store, "a", &user("1")).await.unwrap()
    };
    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(get(&store, "a", &user("1")).await.unwrap(), before);
    assert_eq!(get(&store, "a", &user("2")).await, None);
    let Written::Inserted(next) = put(&store, "a", &user("2"), "{}").await else { panic!("inserted") };
    assert!(next.version > before.version + 1, "the number of the deleted row is not given again");
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

#[tokio::test]
async fn a_store_is_usable_as_a_trait_object() {
    let store: Arc<dyn EntityStore> = Arc::new(SqliteStore::in_memory().unwrap());
    assert_eq!(store.get(tenant("a"), user("1")).await.unwrap(), None);
}
