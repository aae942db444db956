//! Transactions.

use std::{any::Any, marker::PhantomData, sync::Arc};

use super::{Answer, EntityAddress, EntityStore, Query, StoreError, StoreFuture, StoredEntity};
use crate::Partition;

/// The result of [`Work`], of any type.
pub type WorkOutput = Box<dyn Any + Send>;

/// Reads and writes that happen together or not at all.
///
/// [`EntityStoreExt::transact_with`] makes it from a closure.
pub trait Work: Send + Sync + 'static {
    /// Runs the work.
    ///
    /// It must not await anything but `transaction`, and must not call the store. It may run again, if the store finds that
    /// what it has read was changed meanwhile: each run begins from the start, and the result of the last one counts. Effects
    /// outside the store belong after the transaction.
    ///
    /// An error undoes everything, and the store returns it unchanged. Work may go on after [`StoreError::OwnerMissing`]; all
    /// other errors end the transaction.
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput>;
}

/// Access to the entities of a partition from inside [`Work`].
///
/// It sees what the work has written. What it has read stays the same until the work is committed, or the work runs again.
pub trait Transaction: Send {
    /// Returns the entity at an address.
    fn get<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, Option<StoredEntity>>;

    /// Answers a query, with the same [`Capabilities`](super::Capabilities) as the store.
    ///
    /// Fails with [`StoreError::OwnerMissing`] if the entity that contains the collection does not exist.
    fn query<'t>(&'t mut self, query: &'t Query) -> StoreFuture<'t, Answer>;

    /// Inserts the entity at an address, or replaces it. Returns the stored entity with its new version.
    ///
    /// `type_name` is the qualified name of its type, `json` the entity as a JSON object.
    ///
    /// Fails with [`StoreError::OwnerMissing`] if the entity that contains the collection does not exist.
    fn put<'t>(
        &'t mut self,
        address: &'t EntityAddress,
        type_name: &'t str,
        json: String,
    ) -> StoreFuture<'t, StoredEntity>;

    /// Deletes the entity at an address, and everything that it contains over any number of levels. Returns whether it existed;
    /// what a singleton contains is deleted in any case.
    fn delete<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, bool>;
}

/// Transactions with closures, for every store.
pub trait EntityStoreExt: EntityStore {
    /// Runs a closure as [`Work`], and returns its result. `state` is what the closure works with: each run borrows it again.
    ///
    /// The closure refuses with an [`odata_core::Error`], which is returned as [`StoreError::Refused`].
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// use odata_core::{Error, ErrorCode};
    /// use odata_service::{
    ///     Partition,
    ///     store::{CollectionAddress, EntityAddress, EntityStore, EntityStoreExt, StoreError, sqlite::SqliteStore},
    /// };
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let store = SqliteStore::in_memory().expect("there is memory");
    /// let partition = Partition::new("everybody");
    /// let seat = EntityAddress::new(CollectionAddress::entity_set("seats"), "7");
    ///
    /// let take = async || {
    ///     let work = store.transact_with(partition.clone(), seat.clone(), |seat, transaction| {
    ///         Box::pin(async move {
    ///             if transaction.get(seat).await?.is_some() {
    ///                 return Err(Error::new(ErrorCode::ENTITY_EXISTS, "the seat is taken").into());
    ///             }
    ///             Ok(transaction.put(seat, "theatre.seat", String::from("{}")).await?.version)
    ///         })
    ///     });
    ///     work.await
    /// };
    /// let version = take().await.expect("the seat is free");
    /// assert_eq!(store.get(&partition, &seat).await.unwrap().unwrap().version, version);
    /// assert!(matches!(take().await, Err(StoreError::Refused(error)) if error.message() == "the seat is taken"));
    /// # }
    /// ```
    fn transact_with<S, T, F>(
        &self,
        partition: Partition,
        state: S,
        work: F,
    ) -> impl Future<Output = Result<T, StoreError>> + Send
    where
        S: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t S, &'t mut dyn Transaction) -> StoreFuture<'t, T> + Send + Sync + 'static,
    {
        let done = self.transact(partition, Arc::new(Closure { state, work, output: PhantomData }));
        async {
            let output = done.await?.downcast::<T>();
            output
                .map(|output| *output)
                .map_err(|_| StoreError::failed("a store has returned a value that is not the result of the work"))
        }
    }
}

impl<Store: EntityStore + ?Sized> EntityStoreExt for Store {}

/// Work that runs a closure.
struct Closure<S, T, F> {
    state: S,
    work: F,
    output: PhantomData<fn() -> T>,
}

impl<S, T, F> Work for Closure<S, T, F>
where
    S: Send + Sync + 'static,
    T: Send + 'static,
    F: for<'t> Fn(&'t S, &'t mut dyn Transaction) -> StoreFuture<'t, T> + Send + Sync + 'static,
{
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        let done = (self.work)(&self.state, transaction);
        Box::pin(async { Ok(Box::new(done.await?) as WorkOutput) })
    }
}
