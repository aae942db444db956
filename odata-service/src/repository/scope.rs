//! The scope of the operations of repositories: the service or a transaction.

use std::sync::Arc;

use odata_core::Error;

use super::transaction::OperationQueue;
use crate::{
    Caller,
    entities::{Operation, Unit},
    failure::Failure,
    service::Inner,
    store::{Answer, EntityAddress, Query, StoreFuture, StoredEntity},
};

/// The scope that operations are performed in.
#[derive(Clone)]
pub(super) enum Scope {
    /// Each operation has a transaction of its own.
    Service { inner: Arc<Inner>, caller: Caller },
    /// All operations belong to this transaction.
    Transaction { inner: Arc<Inner>, queue: Arc<OperationQueue> },
}

impl Scope {
    pub(super) fn inner(&self) -> &Arc<Inner> {
        match self {
            Self::Service { inner, .. } | Self::Transaction { inner, .. } => inner,
        }
    }

    pub(super) async fn perform<O: Operation>(&self, operation: O) -> Result<O::Output, Error> {
        match self {
            Self::Service { inner, caller } => {
                inner.entities.perform(caller, operation).await.map_err(|error| Failure::from(error).error)
            }
            Self::Transaction { queue, .. } => queue.perform(operation).await,
        }
    }

    /// Reads an entity.
    pub(super) async fn get(&self, at: EntityAddress) -> Result<Option<StoredEntity>, Error> {
        match self {
            Self::Service { inner, caller } => {
                let stored = inner.entities.store.get(caller.partition(), &at).await;
                stored.map_err(|error| Failure::from(error).error)
            }
            Self::Transaction { queue, .. } => queue.perform(Get(at)).await,
        }
    }

    /// Reads a part of a collection.
    pub(super) async fn query(&self, query: Query) -> Result<Answer, Error> {
        match self {
            Self::Service { inner, caller } => {
                let answer = inner.entities.store.query(caller.partition().clone(), Arc::new(query)).await;
                answer.map_err(|error| Failure::from(error).error)
            }
            Self::Transaction { queue, .. } => queue.perform(List(query)).await,
        }
    }
}

/// The operation that reads an entity in a transaction.
struct Get(EntityAddress);

impl Operation for Get {
    type Output = Option<StoredEntity>;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Self::Output> {
        Box::pin(unit.get(&self.0))
    }
}

/// The operation that reads a page in a transaction.
struct List(Query);

impl Operation for List {
    type Output = Answer;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Answer> {
        Box::pin(unit.query(&self.0))
    }
}
