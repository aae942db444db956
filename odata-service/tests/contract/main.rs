//! The contract of a store: kept by the stores of this crate and the one of the example, and broken by faulty stores, each in
//! its own way.

mod broken;
#[path = "../../examples/own_store.rs"]
#[allow(dead_code, unreachable_pub, reason = "an example is a program of its own")]
mod own_store;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use odata_service::store::{
    contract::{self, Contract, Rule},
    sqlite::SqliteStore,
};

use self::{
    broken::{Broken, Fault},
    own_store::MemoryStore,
};

#[tokio::test]
async fn a_database_file_keeps_the_contract() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().to_owned();
    let open = move |name| {
        let path = path.join(name);
        async { SqliteStore::open(path).unwrap() }
    };
    Contract::new(open).reopening().check().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_in_memory_keeps_the_contract() {
    contract::check(|_| async { SqliteStore::in_memory().unwrap() }).await;
}

#[tokio::test]
async fn the_store_of_the_example_keeps_the_contract() {
    contract::check(|_| async { MemoryStore::default() }).await;
}

/// Returns the rules that a store with this fault breaks.
async fn broken_by(fault: Fault) -> Vec<Rule> {
    let breaches = Contract::new(move |_| async move { Broken::new(Arc::default(), fault) }).breaches().await;
    for breach in &breaches {
        println!("{fault:?}: {breach}");
    }
    breaches.into_iter().map(|breach| breach.rule).collect()
}

#[tokio::test]
async fn a_store_without_a_fault_keeps_the_contract() {
    assert_eq!(broken_by(Fault::None).await, []);
}

#[tokio::test]
async fn a_store_that_ignores_the_partition_breaks_it() {
    assert_eq!(broken_by(Fault::IgnoresPartition).await, [Rule::Partitions]);
}

#[tokio::test]
async fn a_store_that_commits_half_breaks_it() {
    assert_eq!(broken_by(Fault::CommitsRefusedWork).await, [Rule::Atomicity]);
}

#[tokio::test]
async fn a_store_that_does_not_run_work_again_breaks_it() {
    assert_eq!(broken_by(Fault::NeverRepeats).await, [Rule::Isolation]);
    assert_eq!(broken_by(Fault::FailsOnConflict).await, [Rule::Isolation]);
}

#[tokio::test]
async fn a_store_that_forgets_the_order_breaks_it() {
    assert_eq!(broken_by(Fault::ForgetsOrder).await, [Rule::Order]);
    assert_eq!(broken_by(Fault::PagesByNumber).await, [Rule::Order]);
}

#[tokio::test]
async fn a_store_that_counts_another_state_breaks_it() {
    assert_eq!(broken_by(Fault::CountsThePage).await, [Rule::Answers]);
    assert_eq!(broken_by(Fault::CountsLater).await, [Rule::Answers]);
}

#[tokio::test]
async fn a_store_that_does_not_miss_an_owner_breaks_it() {
    // With owners that come and go it may be found too that the answer is not of one state.
    assert!(broken_by(Fault::MissesNoOwner).await.contains(&Rule::Containment));
}

#[tokio::test]
async fn a_store_that_uses_versions_again_breaks_it() {
    assert_eq!(broken_by(Fault::ReusesVersions).await, [Rule::Versions]);
}

#[tokio::test]
async fn a_store_that_changes_errors_breaks_it() {
    assert_eq!(broken_by(Fault::ShortensErrors).await, [Rule::Errors]);
}

#[tokio::test]
async fn a_store_that_changes_values_breaks_it() {
    assert_eq!(broken_by(Fault::FoldsKeys).await, [Rule::Values]);
    assert_eq!(broken_by(Fault::SortsMembers).await, [Rule::Values]);
}

#[tokio::test]
async fn a_store_that_names_what_it_does_not_do_breaks_it() {
    assert_eq!(broken_by(Fault::NamesCount).await, [Rule::Answers, Rule::Capabilities]);
    assert_eq!(broken_by(Fault::NamesSkip).await, [Rule::Capabilities]);
    assert_eq!(broken_by(Fault::NamesSelect).await, [Rule::Capabilities]);
}

#[tokio::test]
async fn a_store_that_loses_what_it_has_reported_breaks_it() {
    let stores: Arc<Mutex<HashMap<String, Arc<MemoryStore>>>> = Arc::default();
    let kept = move |name| {
        let store = Arc::clone(stores.lock().unwrap().entry(name).or_default());
        async { Broken::new(store, Fault::None) }
    };
    assert_eq!(Contract::new(kept).reopening().breaches().await, []);
    let lost = |_| async { Broken::new(Arc::default(), Fault::None) };
    let breaches = Contract::new(lost).reopening().breaches().await;
    assert_eq!(breaches.iter().map(|breach| breach.rule).collect::<Vec<_>>(), [Rule::Durability]);
}

#[tokio::test]
async fn a_store_that_panics_breaks_every_rule() {
    assert_eq!(broken_by(Fault::Panics).await.len(), 10, "all but durability, which was not asked for");
}

#[tokio::test]
#[should_panic(expected = "the store breaks its contract:\npartitions do not see each other: ")]
async fn a_check_says_what_is_broken() {
    contract::check(|_| async { Broken::new(Arc::default(), Fault::IgnoresPartition) }).await;
}
