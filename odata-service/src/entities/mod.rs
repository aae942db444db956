//! Reading and writing entities with transactions and hooks, for requests and repositories.

mod cascade;
mod computed_key;
mod operation;
mod unit;

use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
};

use odata_core::{
    Error, ErrorCode, Model, RequestRules, Structured,
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

/// The entities of a service, with everything needed to read and write them. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Entities {
    pub(crate) model: Arc<Model>,
    /// What the annotations of the model demand of what is written.
    rules: Arc<RequestRules>,
    pub(crate) store: Arc<dyn EntityStore>,
    hooks: Arc<Hooks>,
    reach: Arc<Reaches>,
}

/// The reach of hooks in deletes.
struct Reaches {
    /// The reach of hooks before the transaction, which see a rehearsal.
    prepare: Reach,
    /// The reach of hooks inside the transaction and after the commit.
    inside: Reach,
}

impl Entities {
    pub(crate) fn new(model: Model, rules: RequestRules, store: Arc<dyn EntityStore>, hooks: Hooks) -> Self {
        let prepare = Reach::of(&model, |ty| hooks.has_prepare_hooks_for(ty));
        let inside = Reach::of(&model, |ty| hooks.has_before_hooks_for(ty) || hooks.has_after_hooks_for(ty));
        Self {
            model: Arc::new(model),
            rules: Arc::new(rules),
            store,
            hooks: Arc::new(hooks),
            reach: Arc::new(Reaches { prepare, inside }),
        }
    }

    /// Returns options for reading what is to be written.
    pub(crate) fn reading(&self, options: ReadOptions) -> ReadOptions {
        options.with_model(&self.model).with_rules(&self.rules)
    }

    /// Returns whether an update may change a property.
    pub(crate) fn is_updatable(&self, descriptor: &TypeDescriptor, index: usize) -> bool {
        self.rules.is_updatable(descriptor, index)
    }

    /// Performs an operation in a transaction of its own, with the hooks before and after it.
    pub(crate) async fn perform<O: Operation>(&self, caller: &Caller, operation: O) -> Result<O::Output, StoreError> {
        let circumstances = Arc::new(Circumstances::now(caller));
        let operation = Arc::new(operation);
        let work_of = |rehearsed| {
            let (entities, circumstances, operation) =
                (self.clone(), Arc::clone(&circumstances), Arc::clone(&operation));
            Arc::new(OperationWork { entities, circumstances, operation, rehearsed })
        };
        if self.hooks.has_prepare_hooks() {
            let rehearsal = work_of(Some(Mutex::new(None)));
            let work = Arc::clone(&rehearsal) as Arc<dyn Work>;
            let failed = self.store.transact(caller.partition().clone(), work).await.err();
            let Some(changes) = rehearsal.rehearsed() else {
                return Err(failed.unwrap_or_else(|| StoreError::failed("a store has not run its work")));
            };
            self.hooks.prepare_all(&changes, &circumstances).await?;
        }
        let (entities, partition, work) = (self.clone(), caller.partition().clone(), work_of(None));
        let done = async move {
            let output = entities.store.transact(partition, work).await?;
            let done = (output as Box<dyn Any>).downcast::<(O::Output, Vec<States>)>();
            let (output, changes) = *done
                .map_err(|_| StoreError::failed("a store has returned a value that is not the result of the work"))?;
            entities.hooks.after_all(&changes, &circumstances).await;
            Ok(output)
        };
        if self.hooks.has_after_hooks() { run_to_end(done).await } else { done.await }
    }
}

/// Runs a future to the end even if nobody waits for it any more, as when a client goes away, if there is a runtime that
/// can do so.
#[cfg(feature = "sqlite")]
async fn run_to_end<T: Send + 'static>(
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

/// Runs a future without a runtime: only the store in SQLite needs one, so none is known.
#[cfg(not(feature = "sqlite"))]
async fn run_to_end<T>(done: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    done.await
}

/// Work of a store that runs an operation.
struct OperationWork<O> {
    entities: Entities,
    circumstances: Arc<Circumstances>,
    operation: Arc<O>,
    /// The changes that the operation would make, if this is a rehearsal, which is undone.
    rehearsed: Option<Mutex<Option<Vec<States>>>>,
}

impl<O> OperationWork<O> {
    /// Returns the changes that the last run of a rehearsal would have made, if it ran to the end.
    fn rehearsed(&self) -> Option<Vec<States>> {
        self.rehearsed.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<O: Operation> Work for OperationWork<O> {
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        Box::pin(async move {
            let mut unit = Unit::new(transaction, &self.entities, &self.circumstances, self.rehearsed.is_some());
            let output = self.operation.run(&mut unit).await?;
            let changes = unit.into_changes();
            if let Some(rehearsed) = &self.rehearsed {
                *rehearsed.lock().unwrap_or_else(PoisonError::into_inner) = Some(changes);
                // The error rolls back the rehearsal, and is not shown to anybody.
                return Err(Error::new(ErrorCode::INTERNAL_ERROR, "this was a rehearsal").into());
            }
            Ok(Box::new((output, changes)) as WorkOutput)
        })
    }
}

/// Reads a stored entity.
pub(crate) fn read_stored(
    declared: &'static TypeDescriptor,
    stored: &StoredEntity,
) -> Result<Box<dyn Structured>, Error> {
    read_structured(declared, true, stored.json.as_bytes(), &ReadOptions::stored())
        .map_err(|error| internal(format_args!("a stored {} cannot be read: {error}", stored.type_name)))
}
