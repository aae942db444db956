//! Stores that break the contract on purpose: the store of the example in a faulty wrapper.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use odata_core::Error;
use odata_service::{
    Partition,
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Position, Query, StoreError, StoreFuture, StoredEntity,
        Transaction, Work, WorkOutput,
    },
};

use crate::own_store::MemoryStore;

/// A fault of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// All partitions are one.
    IgnoresPartition,
    /// What work has written stays even if the work is refused.
    CommitsRefusedWork,
    /// If others were faster, the writes of the first run overwrite theirs.
    NeverRepeats,
    /// If others were faster, the work fails.
    FailsOnConflict,
    /// Every second list is in reverse order.
    ForgetsOrder,
    /// A position is the number of rows before it.
    PagesByNumber,
    /// The count is the number of rows in the answer.
    CountsThePage,
    /// The count is of a later state than the rows.
    CountsLater,
    /// A collection without its owner is empty.
    MissesNoOwner,
    /// Versions are used again after some writes.
    ReusesVersions,
    /// Errors lose their details.
    ShortensErrors,
    /// Keys that differ only in case are the same.
    FoldsKeys,
    /// JSON is stored as values, not as text.
    SortsMembers,
    /// Counting is named as a capability, but not done.
    NamesCount,
    /// Skipping is named as a capability, but not done.
    NamesSkip,
    /// Selecting is named as a capability, but everything is returned.
    NamesSelect,
    Panics,
}

#[derive(Clone)]
pub(crate) struct Broken {
    inner: Arc<MemoryStore>,
    fault: Fault,
    queries: Arc<AtomicU64>,
}

impl Broken {
    pub(crate) fn new(inner: Arc<MemoryStore>, fault: Fault) -> Self {
        Self { inner, fault, queries: Arc::default() }
    }

    fn partition(&self, partition: &Partition) -> Partition {
        match self.fault {
            Fault::IgnoresPartition => Partition::new("all"),
            _ => partition.clone(),
        }
    }

    fn address(&self, address: &EntityAddress) -> EntityAddress {
        match self.fault {
            Fault::FoldsKeys => EntityAddress::new(address.collection().clone(), address.key().to_lowercase()),
            _ => address.clone(),
        }
    }

    fn json(&self, json: String) -> String {
        match self.fault {
            Fault::SortsMembers => serde_json::from_str::<serde_json::Value>(&json).unwrap().to_string(),
            _ => json,
        }
    }

    fn entity(&self, mut entity: StoredEntity) -> StoredEntity {
        if self.fault == Fault::ReusesVersions {
            entity.version %= 5;
        }
        entity
    }

    /// Returns the query that the rows of an answer are taken from.
    fn query_of(&self, query: &Query) -> Query {
        match self.fault {
            Fault::ForgetsOrder | Fault::PagesByNumber => {
                let mut all = Query::new(query.collection.clone());
                all.count = query.count;
                all
            }
            _ => query.clone(),
        }
    }

    fn answer(&self, query: &Query, answer: Result<Answer, StoreError>) -> Result<Answer, StoreError> {
        let mut answer = match answer {
            Err(StoreError::OwnerMissing) if self.fault == Fault::MissesNoOwner => Ok(Answer::default()),
            other => other,
        }?;
        answer.rows = answer.rows.into_iter().map(|row| self.entity(row)).collect();
        let limit = usize::try_from(query.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
        match self.fault {
            Fault::CountsThePage if query.count => answer.count = Some(answer.rows.len() as u64),
            Fault::NamesCount => answer.count = None,
            Fault::ForgetsOrder => {
                let is_reversed = self.queries.fetch_add(1, Ordering::Relaxed) % 2 == 1;
                if let Some(after) = &query.after {
                    answer.rows.retain(|row| (row.key.as_bytes() > after.as_bytes()) != is_reversed);
                }
                if is_reversed {
                    answer.rows.reverse();
                }
                if answer.rows.len() > limit {
                    answer.rows.truncate(limit);
                    answer.next = answer.rows.last().map(|row| Position::new(row.key.as_bytes()));
                }
            }
            Fault::PagesByNumber => {
                let number = |position: &Position| position.as_bytes().try_into().map(u64::from_be_bytes);
                let begin = query.after.as_ref().map_or(Ok(0), number).map_err(|_| StoreError::InvalidPosition)?;
                let begin = usize::try_from(begin).unwrap_or(usize::MAX).min(answer.rows.len());
                answer.rows.drain(..begin);
                if answer.rows.len() > limit && limit > 0 {
                    answer.next = Some(Position::new(((begin + limit) as u64).to_be_bytes()));
                }
                answer.rows.truncate(limit);
            }
            _ => {}
        }
        Ok(answer)
    }
}

impl EntityStore for Broken {
    fn capabilities(&self) -> &Capabilities {
        const CAPABILITIES: Capabilities = Capabilities::new().with_count();
        match self.fault {
            Fault::NamesSkip => const { &CAPABILITIES.with_skip() },
            Fault::NamesSelect => const { &CAPABILITIES.with_select() },
            _ => &CAPABILITIES,
        }
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        Box::pin(async {
            let found = self.inner.get(&self.partition(partition), &self.address(address)).await?;
            Ok(found.map(|entity| self.entity(entity)))
        })
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        assert!(self.fault != Fault::Panics, "on purpose");
        Box::pin(async move {
            let partition = self.partition(&partition);
            let answer = self.inner.query(partition.clone(), Arc::new(self.query_of(&query))).await;
            let mut answer = self.answer(&query, answer)?;
            if self.fault == Fault::CountsLater && query.count {
                std::thread::sleep(std::time::Duration::from_millis(2));
                answer.count = self.inner.query(partition, query).await?.count;
            }
            Ok(answer)
        })
    }

    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        assert!(self.fault != Fault::Panics, "on purpose");
        Box::pin(async move {
            let work = Arc::new(BrokenWork {
                store: self.clone(),
                work,
                is_again: AtomicBool::default(),
                writes: Mutex::default(),
                done: Mutex::default(),
            });
            let output = self.inner.transact(self.partition(&partition), Arc::clone(&work) as _).await;
            // Work that failed was committed nevertheless, or what was committed has not run.
            let done = work.done.lock().unwrap().take();
            done.unwrap_or(output).map_err(|error| match error {
                StoreError::Refused(error) if self.fault == Fault::ShortensErrors => {
                    StoreError::Refused(Error::new(error.code(), error.message()))
                }
                error => error,
            })
        })
    }
}

/// Work that is run with a fault.
struct BrokenWork {
    store: Broken,
    work: Arc<dyn Work>,
    is_again: AtomicBool,
    /// The writes of the first run.
    writes: Mutex<Vec<Write>>,
    /// The result of a run, if it is kept from the store.
    done: Mutex<Option<Result<WorkOutput, StoreError>>>,
}

impl BrokenWork {
    async fn run_with_fault(&self, inner: &mut dyn Transaction) -> Result<WorkOutput, StoreError> {
        let mut transaction = BrokenTransaction { store: &self.store, inner, writes: Vec::new() };
        let is_again = self.is_again.swap(true, Ordering::Relaxed);
        match self.store.fault {
            Fault::NeverRepeats if is_again => {
                let writes = std::mem::take(&mut *self.writes.lock().unwrap());
                for write in &writes {
                    write.again(&mut transaction).await?;
                }
                *self.writes.lock().unwrap() = writes;
            }
            Fault::FailsOnConflict if is_again => return Err(StoreError::busy("others were faster")),
            fault => {
                let done = self.work.run(&mut transaction).await;
                let writes = transaction.writes;
                if fault != Fault::CommitsRefusedWork && (fault != Fault::NeverRepeats || done.is_err()) {
                    return done;
                }
                *self.writes.lock().unwrap() = writes;
                *self.done.lock().unwrap() = Some(done);
            }
        }
        Ok(Box::new(()))
    }
}

impl Work for BrokenWork {
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        Box::pin(self.run_with_fault(transaction))
    }
}

/// A write.
enum Write {
    Put(EntityAddress, String, String),
    Delete(EntityAddress),
}

impl Write {
    async fn again(&self, transaction: &mut dyn Transaction) -> Result<(), StoreError> {
        match self {
            Self::Put(address, type_name, json) => drop(transaction.put(address, type_name, json.clone()).await?),
            Self::Delete(address) => drop(transaction.delete(address).await?),
        }
        Ok(())
    }
}

struct BrokenTransaction<'t> {
    store: &'t Broken,
    inner: &'t mut dyn Transaction,
    /// All writes, in order.
    writes: Vec<Write>,
}

impl Transaction for BrokenTransaction<'_> {
    fn get<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, Option<StoredEntity>> {
        Box::pin(async {
            let found = self.inner.get(&self.store.address(address)).await?;
            Ok(found.map(|entity| self.store.entity(entity)))
        })
    }

    fn query<'t>(&'t mut self, query: &'t Query) -> StoreFuture<'t, Answer> {
        Box::pin(async {
            let answer = self.inner.query(&self.store.query_of(query)).await;
            self.store.answer(query, answer)
        })
    }

    fn put<'t>(
        &'t mut self,
        address: &'t EntityAddress,
        type_name: &'t str,
        json: String,
    ) -> StoreFuture<'t, StoredEntity> {
        Box::pin(async {
            let json = self.store.json(json);
            self.writes.push(Write::Put(address.clone(), type_name.to_owned(), json.clone()));
            Ok(self.store.entity(self.inner.put(&self.store.address(address), type_name, json).await?))
        })
    }

    fn delete<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, bool> {
        Box::pin(async {
            self.writes.push(Write::Delete(address.clone()));
            self.inner.delete(&self.store.address(address)).await
        })
    }
}
