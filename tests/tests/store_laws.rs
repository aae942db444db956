//! Whatever work does, the store has what a list of entities would have.

use std::{collections::HashSet, sync::Arc};

use odata_core::{Error, ErrorCode};
use odata_service::{
    Partition,
    store::{
        CollectionAddress, EntityAddress, EntityStore as _, EntityStoreExt as _, Query, StoreError, StoredEntity,
        Transaction, sqlite::SqliteStore,
    },
};
use proptest::{collection::vec, prelude::*, sample::select};

/// Entities over three levels, and a singleton with what it contains.
fn addresses() -> Vec<EntityAddress> {
    let below = |owner: &EntityAddress, property: &str| {
        ["x", "y"].map(|key| EntityAddress::new(CollectionAddress::contained(owner, property), key))
    };
    let singleton = EntityAddress::singleton("s");
    let mut all = below(&singleton, "parts").to_vec();
    all.push(singleton);
    for key in ["1", "10", "1/parts"] {
        let owner = EntityAddress::new(CollectionAddress::entity_set("owners"), key);
        for part in below(&owner, "parts") {
            all.extend(below(&part, "parts"));
            all.push(part);
        }
        all.push(owner);
    }
    all
}

#[derive(Clone, Debug)]
enum Step {
    Get(EntityAddress),
    Query(CollectionAddress, u64),
    Put(EntityAddress, u8),
    Delete(EntityAddress),
}

/// Steps that are done together, and whether they are refused at the end.
#[derive(Clone, Debug)]
struct Task {
    steps: Vec<Step>,
    is_refused: bool,
}

/// A task with few addresses, so that its steps have to do with each other.
fn task() -> impl Strategy<Value = Task> {
    vec(select(addresses()), 1..4).prop_flat_map(|few| {
        let address = move || select(few.clone());
        let step = prop_oneof![
            2 => address().prop_map(Step::Get),
            1 => (address(), 0..4_u64).prop_map(|(address, limit)| Step::Query(address.collection().clone(), limit)),
            4 => (address(), any::<u8>()).prop_map(|(address, number)| Step::Put(address, number)),
            2 => address().prop_map(Step::Delete),
        ];
        let steps = (vec(step, 0..8), prop::bool::weighted(0.2));
        steps.prop_map(|(steps, is_refused)| Task { steps, is_refused })
    })
}

/// The result of a step: keys and JSON, and whether there are more.
#[derive(Debug, PartialEq)]
enum Seen {
    Rows(Vec<(String, String)>, bool),
    Deleted(bool),
    OwnerMissing,
}

fn shown(rows: impl IntoIterator<Item = StoredEntity>, more: bool) -> Seen {
    Seen::Rows(rows.into_iter().map(|row| (row.key, row.json)).collect(), more)
}

fn json(number: u8) -> String {
    format!("{{\"number\":{number}}}")
}

/// Does the steps in a transaction. All versions that it gives are collected.
async fn do_steps(task: &Task, transaction: &mut dyn Transaction) -> Result<(Vec<Seen>, Vec<u64>), StoreError> {
    let (mut seen, mut versions) = (Vec::new(), Vec::new());
    for step in &task.steps {
        let result = match step {
            Step::Get(address) => transaction.get(address).await.map(|found| shown(found, false)),
            Step::Query(collection, limit) => {
                let query = Query::new(collection.clone()).with_limit(*limit);
                transaction.query(&query).await.map(|answer| shown(answer.rows, answer.next.is_some()))
            }
            Step::Put(address, number) => transaction.put(address, "test.item", json(*number)).await.map(|stored| {
                versions.push(stored.version);
                shown([stored], false)
            }),
            Step::Delete(address) => transaction.delete(address).await.map(Seen::Deleted),
        };
        seen.push(match result {
            Err(StoreError::OwnerMissing) => Seen::OwnerMissing,
            other => other?,
        });
    }
    if task.is_refused { Err(Error::new(ErrorCode::BAD_REQUEST, "no").into()) } else { Ok((seen, versions)) }
}

/// All entities, in the order in which they were inserted.
#[derive(Clone, Default)]
struct List(Vec<(EntityAddress, String)>);

impl List {
    fn find(&self, address: &EntityAddress) -> Option<usize> {
        self.0.iter().position(|(at, _)| at == address)
    }

    fn row(&self, position: usize) -> (String, String) {
        let (address, json) = &self.0[position];
        (address.key().to_owned(), json.clone())
    }

    fn has_owner(&self, collection: &CollectionAddress) -> bool {
        collection.owner().is_none_or(|owner| self.find(owner).is_some())
    }

    fn do_step(&mut self, step: &Step) -> Seen {
        match step {
            Step::Get(address) => Seen::Rows(self.find(address).map(|at| self.row(at)).into_iter().collect(), false),
            Step::Query(collection, _) if !self.has_owner(collection) => Seen::OwnerMissing,
            Step::Query(collection, limit) => {
                let here = self.0.iter().filter(|(at, _)| at.collection() == collection);
                let mut rows: Vec<_> = here.map(|(at, json)| (at.key().to_owned(), json.clone())).collect();
                let limit = usize::try_from(*limit).unwrap();
                let more = limit > 0 && rows.len() > limit;
                rows.truncate(limit);
                Seen::Rows(rows, more)
            }
            Step::Put(address, _) if !self.has_owner(address.collection()) => Seen::OwnerMissing,
            Step::Put(address, number) => {
                let at = self.find(address).unwrap_or_else(|| {
                    self.0.push((address.clone(), String::new()));
                    self.0.len() - 1
                });
                self.0[at].1 = json(*number);
                Seen::Rows(vec![self.row(at)], false)
            }
            Step::Delete(address) => {
                let found = self.find(address).is_some();
                let below = address.contained_prefix();
                self.0.retain(|(at, _)| at != address && !at.collection().path().starts_with(&below));
                Seen::Deleted(found)
            }
        }
    }
}

proptest! {
    #[test]
    fn work_does_what_it_would_do_with_a_list(tasks in vec(task(), 1..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let partition = Partition::new("a");
        let store = SqliteStore::in_memory().unwrap();
        let (mut list, mut versions) = (List::default(), HashSet::new());
        for task in tasks {
            let mut changed = list.clone();
            let expected: Vec<_> = task.steps.iter().map(|step| changed.do_step(step)).collect();
            let work = store.transact_with(partition.clone(), task.clone(), |task, transaction| {
                Box::pin(do_steps(task, transaction))
            });
            match runtime.block_on(work) {
                Ok((seen, given)) => {
                    prop_assert!(!task.is_refused);
                    prop_assert_eq!(seen, expected);
                    list = changed;
                    for version in given {
                        prop_assert!(versions.insert(version), "version {} came twice", version);
                    }
                }
                Err(StoreError::Refused(_)) => prop_assert!(task.is_refused),
                Err(error) => prop_assert!(false, "{}", error),
            }
            // What is seen from outside is what the work has left.
            for address in addresses() {
                let found = runtime.block_on(store.get(&partition, &address)).unwrap();
                prop_assert_eq!(shown(found, false), list.do_step(&Step::Get(address.clone())));
                let query = Arc::new(Query::new(address.collection().clone()).with_limit(9));
                let listed = match runtime.block_on(store.query(partition.clone(), query)) {
                    Ok(answer) => shown(answer.rows, answer.next.is_some()),
                    Err(StoreError::OwnerMissing) => Seen::OwnerMissing,
                    Err(error) => panic!("{error}"),
                };
                prop_assert_eq!(listed, list.do_step(&Step::Query(address.collection().clone(), 9)));
            }
        }
    }
}
