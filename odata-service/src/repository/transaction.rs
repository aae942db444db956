//! Several operations as one.

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

/// A transaction of a service: what [`in_transaction`](crate::ODataService::in_transaction) gives its closure. Clones are one
/// transaction.
#[derive(Clone)]
pub struct RepositoryTransaction {
    inner: Arc<Inner>,
    caller: Caller,
    desk: Arc<Desk>,
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
        Scope::Transaction { inner: Arc::clone(&self.inner), desk: Arc::clone(&self.desk) }
    }
}

impl std::fmt::Debug for RepositoryTransaction {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RepositoryTransaction").finish_non_exhaustive()
    }
}

/// The user's closure as an operation.
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
            let desk = Open(Arc::default());
            let transaction = RepositoryTransaction {
                inner: Arc::clone(&self.inner),
                caller: self.caller.clone(),
                desk: Arc::clone(&desk.0),
            };
            let mut user = Box::pin((self.run)(transaction));
            loop {
                // The closure's future goes on until it waits for an operation, which is done here, where the transaction is.
                let done = std::future::poll_fn(|context| match user.as_mut().poll(context) {
                    Poll::Ready(done) => Poll::Ready(Some(done)),
                    Poll::Pending if desk.0.state().requests.is_empty() => Poll::Pending,
                    Poll::Pending => Poll::Ready(None),
                });
                match done.await {
                    Some(done) => {
                        // A failure of the store is the end of the transaction, whatever the closure makes of it.
                        let failure = desk.0.state().failure.take();
                        return failure.map_or_else(|| done.map_err(StoreError::from), Err);
                    }
                    None => {
                        let requests = std::mem::take(&mut desk.0.state().requests);
                        for request in requests {
                            request.run(unit).await;
                        }
                    }
                }
            }
        })
    }
}

/// Where the closure's operations wait for the transaction.
#[derive(Default)]
pub(super) struct Desk(Mutex<State>);

#[derive(Default)]
struct State {
    requests: Vec<Box<dyn Request>>,
    failure: Option<StoreError>,
    is_closed: bool,
}

/// A desk that is closed when the transaction ends.
struct Open(Arc<Desk>);

impl Drop for Open {
    fn drop(&mut self) {
        let forgotten = {
            let mut state = self.0.state();
            state.is_closed = true;
            std::mem::take(&mut state.requests)
        };
        drop(forgotten);
    }
}

impl Desk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has an operation done in the transaction.
    pub(super) async fn perform<O: Operation>(self: &Arc<Self>, operation: O) -> Result<O::Output, Error> {
        let answer = Arc::new(Mutex::new(None));
        {
            let mut state = self.state();
            if state.is_closed {
                return Err(internal("a transaction was used after its end"));
            }
            state.requests.push(Box::new(Asked { operation, desk: Arc::clone(self), answer: Arc::clone(&answer) }));
        }
        std::future::poll_fn(|_| match answer.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(answer) => Poll::Ready(answer),
            // Whoever does the operation polls again when it is done.
            None => Poll::Pending,
        })
        .await
    }
}

/// An operation that waits, whatever it comes to.
trait Request: Send {
    fn run<'a>(self: Box<Self>, unit: &'a mut Unit<'_>) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>
    where
        Self: 'a;
}

/// What an operation has come to, once it is done.
type Answer<T> = Option<Result<T, Error>>;

struct Asked<O: Operation> {
    operation: O,
    desk: Arc<Desk>,
    answer: Arc<Mutex<Answer<O::Output>>>,
}

impl<O: Operation> Request for Asked<O> {
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
                    self.desk.state().failure.get_or_insert(failure);
                    Err(error)
                }
            };
            *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        })
    }
}
