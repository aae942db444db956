//! Transactions of several operations.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::Poll,
};

use odata_core::{EntitySet, EntityValue, Error, ErrorCode, Singleton};

use super::{Repository, SingletonRepository, scope::Scope};
use crate::{
    Caller,
    entities::{Operation, Unit},
    failure::{Failure, internal},
    service::Inner,
    store::{StoreError, StoreFuture},
};

/// A transaction of a service: the argument of the closure of [`in_transaction`](crate::ODataService::in_transaction). Clones
/// share one transaction.
#[derive(Clone)]
pub struct RepositoryTransaction {
    inner: Arc<Inner>,
    caller: Caller,
    queue: Arc<OperationQueue>,
}

impl RepositoryTransaction {
    /// Returns the entities of a set, as [`ODataService::repository`](crate::ODataService::repository) does; what is read and
    /// written there belongs to this transaction, and sees what it has written before.
    pub fn repository<E: EntityValue>(&self, set: EntitySet<E>) -> Repository<E> {
        Repository::of_set(self.scope(), set)
    }

    /// Returns a singleton, as [`ODataService::singleton`](crate::ODataService::singleton) does, as a part of this transaction.
    pub fn singleton<E: EntityValue>(&self, singleton: Singleton<E>) -> SingletonRepository<E> {
        SingletonRepository::new(self.scope(), singleton, self.caller.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Transaction { inner: Arc::clone(&self.inner), queue: Arc::clone(&self.queue) }
    }
}

impl std::fmt::Debug for RepositoryTransaction {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RepositoryTransaction").finish_non_exhaustive()
    }
}

/// The operation that runs a user's closure.
pub(super) struct UserWork<F> {
    pub(super) inner: Arc<Inner>,
    pub(super) caller: Caller,
    pub(super) run: F,
}

impl<F, T, Fut> Operation for UserWork<F>
where
    F: Fn(RepositoryTransaction) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, Error>> + Send + 'static,
    T: Send + 'static,
{
    type Output = T;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, T> {
        Box::pin(async move {
            let queue = OpenQueue(Arc::default());
            let transaction = RepositoryTransaction {
                inner: Arc::clone(&self.inner),
                caller: self.caller.clone(),
                queue: Arc::clone(&queue.0),
            };
            let mut user = Box::pin((self.run)(transaction));
            loop {
                // The closure's future goes on until it waits for an operation, which is run here, where the transaction is.
                let done = std::future::poll_fn(|context| match user.as_mut().poll(context) {
                    Poll::Ready(done) => Poll::Ready(Some(done)),
                    Poll::Pending if queue.0.state().operations.is_empty() => Poll::Pending,
                    Poll::Pending => Poll::Ready(None),
                });
                match done.await {
                    Some(done) => {
                        // A failure of the store ends the transaction, even if the closure ignores it.
                        let failure = queue.0.state().failure.take();
                        return failure.map_or_else(|| done.map_err(StoreError::from), Err);
                    }
                    None => {
                        let operations = std::mem::take(&mut queue.0.state().operations);
                        for operation in operations {
                            operation.run(unit).await;
                        }
                    }
                }
            }
        })
    }
}

/// The queue in which the closure's operations wait for the transaction.
#[derive(Default)]
pub(super) struct OperationQueue(Mutex<State>);

#[derive(Default)]
struct State {
    operations: Vec<Box<dyn Queued>>,
    failure: Option<StoreError>,
    is_closed: bool,
}

/// A queue that is closed when the transaction ends.
struct OpenQueue(Arc<OperationQueue>);

impl Drop for OpenQueue {
    fn drop(&mut self) {
        let forgotten = {
            let mut state = self.0.state();
            state.is_closed = true;
            std::mem::take(&mut state.operations)
        };
        drop(forgotten);
    }
}

impl OperationQueue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues an operation, and waits for its result.
    pub(super) async fn perform<O: Operation>(self: &Arc<Self>, operation: O) -> Result<O::Output, Error> {
        let answer = Arc::new(Mutex::new(None));
        {
            let mut state = self.state();
            if state.is_closed {
                return Err(internal("a transaction was used after its end"));
            }
            state.operations.push(Box::new(QueuedOperation {
                operation,
                queue: Arc::clone(self),
                answer: Arc::clone(&answer),
            }));
        }
        std::future::poll_fn(|_| match answer.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(answer) => Poll::Ready(answer),
            // The operation's runner polls again when it is done.
            None => Poll::Pending,
        })
        .await
    }
}

/// A queued operation, whatever the type of its result.
trait Queued: Send {
    fn run<'a>(self: Box<Self>, unit: &'a mut Unit<'_>) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>
    where
        Self: 'a;
}

/// The result of an operation, once it is done.
type OperationResult<T> = Option<Result<T, Error>>;

struct QueuedOperation<O: Operation> {
    operation: O,
    queue: Arc<OperationQueue>,
    answer: Arc<Mutex<OperationResult<O::Output>>>,
}

impl<O: Operation> Queued for QueuedOperation<O> {
    fn run<'a>(self: Box<Self>, unit: &'a mut Unit<'_>) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>
    where
        Self: 'a,
    {
        Box::pin(async move {
            // Nobody waits for it any more, and it has not begun.
            if Arc::strong_count(&self.answer) == 1 {
                return;
            }
            let answer = match self.operation.run(unit).await {
                Ok(output) => Ok(output),
                Err(StoreError::Refused(error)) => Err(error),
                Err(failure @ (StoreError::OwnerMissing | StoreError::InvalidPosition)) => {
                    Err(Failure::from(failure).error)
                }
                Err(failure) => {
                    let error = Error::new(ErrorCode::INTERNAL_ERROR, "the transaction has failed");
                    self.queue.state().failure.get_or_insert(failure);
                    Err(error)
                }
            };
            *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        })
    }
}
