//! Reading and writing entities with all that belongs to it: what requests and repositories have in common.

mod cascade;
mod computed_key;
mod operation;
mod unit;

use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
};

use odata_core::{
    Error, ErrorCode, Model, Structured,
    codec::{ReadOptions, read_structured},
    edm::TypeDescriptor,
};

use self::cascade::Reach;
pub(crate) use self::{
    computed_key::{generate_blank_key, generate_key, has_computed_key, set_singleton_key},
    operation::{Absent, Alter, Check, Delete, Insert, Operation, Update},
    unit::Unit,
};
use crate::{
    Caller,
    failure::internal,
    hooks::{Circumstances, Hooks, States},
    store::{EntityStore, StoreError, StoreFuture, StoredEntity, Transaction, Work, WorkOutput},
};

/// The entities of a service: what it takes to read and write them. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Entities {
    pub(crate) model: Arc<Model>,
    pub(crate) store: Arc<dyn EntityStore>,
    hooks: Arc<Hooks>,
    reach: Arc<Reaches>,
}

/// How far hooks go with a delete.
struct Reaches {
    /// Those that see a rehearsal.
    prepare: Reach,
    /// Those that see the transaction and what has come of it.
    inside: Reach,
}

impl Entities {
    pub(crate) fn new(model: Model, store: Arc<dyn EntityStore>, hooks: Hooks) -> Self {
        let prepare = Reach::of(&model, |ty| hooks.are_prepare(ty));
        let inside = Reach::of(&model, |ty| hooks.are_before(ty) || hooks.are_after(ty));
        Self { model: Arc::new(model), store, hooks: Arc::new(hooks), reach: Arc::new(Reaches { prepare, inside }) }
    }

    /// Performs an operation in a transaction of its own, with the hooks before and after it.
    pub(crate) async fn perform<O: Operation>(&self, caller: &Caller, operation: O) -> Result<O::Output, StoreError> {
        let circumstances = Arc::new(Circumstances::now(caller));
        let operation = Arc::new(operation);
        let job = |rehearsed| {
            let (entities, circumstances, operation) =
                (self.clone(), Arc::clone(&circumstances), Arc::clone(&operation));
            Arc::new(Job { entities, circumstances, operation, rehearsed })
        };
        if self.hooks.prepare() {
            let rehearsal = job(Some(Mutex::new(None)));
            let work = Arc::clone(&rehearsal) as Arc<dyn Work>;
            let failed = self.store.transact(caller.partition().clone(), work).await.err();
            let Some(changes) = rehearsal.rehearsed() else {
                return Err(
                    failed.unwrap_or_else(|| StoreError::failed("a store has not run the work that it was given"))
                );
            };
            self.hooks.prepare_all(&changes, &circumstances).await?;
        }
        let (entities, partition, job) = (self.clone(), caller.partition().clone(), job(None));
        let done = async move {
            let output = entities.store.transact(partition, job).await?;
            let done = (output as Box<dyn Any>).downcast::<(O::Output, Vec<States>)>();
            let (output, changes) =
                *done.map_err(|_| StoreError::failed("a store has given back what no work has come to"))?;
            entities.hooks.after_all(&changes, &circumstances).await;
            Ok(output)
        };
        if self.hooks.after() { to_its_end(done).await } else { done.await }
    }
}

/// Does something to its end even if nobody waits for it any more, as when a client goes away, where there is a runtime that
/// can do so.
#[cfg(feature = "sqlite")]
async fn to_its_end<T: Send + 'static>(
    done: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    use tracing::Instrument as _;

    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return done.await };
    match runtime.spawn(done.in_current_span()).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(StoreError::failed("the runtime has ended")),
        },
    }
}

/// Without the runtime that the store in SQLite needs there is none that is known.
#[cfg(not(feature = "sqlite"))]
async fn to_its_end<T>(done: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    done.await
}

/// An operation as work of a store.
struct Job<O> {
    entities: Entities,
    circumstances: Arc<Circumstances>,
    operation: Arc<O>,
    /// What the operation would change, if this is a rehearsal, which is undone.
    rehearsed: Option<Mutex<Option<Vec<States>>>>,
}

impl<O> Job<O> {
    /// What the last run of a rehearsal would have changed, if it came to its end.
    fn rehearsed(&self) -> Option<Vec<States>> {
        self.rehearsed.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<O: Operation> Work for Job<O> {
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        Box::pin(async move {
            let mut unit = Unit::new(transaction, &self.entities, &self.circumstances, self.rehearsed.is_some());
            let output = self.operation.run(&mut unit).await?;
            let changes = unit.into_changes();
            if let Some(rehearsed) = &self.rehearsed {
                *rehearsed.lock().unwrap_or_else(PoisonError::into_inner) = Some(changes);
                // Nobody sees it: it undoes what was done.
                return Err(Error::new(ErrorCode::INTERNAL_ERROR, "this was a rehearsal").into());
            }
            Ok(Box::new((output, changes)) as WorkOutput)
        })
    }
}

/// The entity that is stored.
pub(crate) fn read_stored(
    declared: &'static TypeDescriptor,
    stored: &StoredEntity,
) -> Result<Box<dyn Structured>, Error> {
    read_structured(declared, true, stored.json.as_bytes(), &ReadOptions::stored())
        .map_err(|error| internal(format_args!("a stored {} cannot be read: {error}", stored.type_name)))
}
