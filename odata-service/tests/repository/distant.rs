//! Repositories on a store whose transactions are not ready at once.

use std::sync::Arc;

use odata_core::{Model, prelude::*};
use odata_service::{
    NoAuthorization, ODataService, Partition,
    hooks::Write,
    repository::Paging,
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Query, StoreFuture, StoredEntity, Transaction, Work,
        WorkOutput, sqlite::SqliteStore,
    },
};

use super::{Fleet, Trip, Vehicle, caller, car, truck, vehicles};

/// A store whose transactions are not ready at once, like those of a store over a network.
struct Distant(SqliteStore);

/// Work that runs with such a transaction.
struct Remote(Arc<dyn Work>);

/// A transaction that is not ready at once.
struct Slow<'t>(&'t mut dyn Transaction);

/// Returns pending once.
async fn once() {
    let mut is_ready = false;
    std::future::poll_fn(move |_| {
        if std::mem::replace(&mut is_ready, true) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

impl Transaction for Slow<'_> {
    fn get<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, Option<StoredEntity>> {
        Box::pin(async move {
            once().await;
            self.0.get(address).await
        })
    }

    fn query<'t>(&'t mut self, query: &'t Query) -> StoreFuture<'t, Answer> {
        Box::pin(async move {
            once().await;
            self.0.query(query).await
        })
    }

    fn put<'t>(
        &'t mut self,
        address: &'t EntityAddress,
        type_name: &'t str,
        json: String,
    ) -> StoreFuture<'t, StoredEntity> {
        Box::pin(async move {
            once().await;
            self.0.put(address, type_name, json).await
        })
    }

    fn delete<'t>(&'t mut self, address: &'t EntityAddress) -> StoreFuture<'t, bool> {
        Box::pin(async move {
            once().await;
            self.0.delete(address).await
        })
    }
}

impl Work for Remote {
    fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
        Box::pin(async move {
            let mut slow = Slow(transaction);
            let mut work = self.0.run(&mut slow);
            // SQLite does not wait, so this waits instead.
            std::future::poll_fn(|context| {
                let polled = std::iter::repeat_with(|| work.as_mut().poll(context)).take(1000);
                polled.into_iter().find(std::task::Poll::is_ready).unwrap_or(std::task::Poll::Pending)
            })
            .await
        })
    }
}

impl EntityStore for Distant {
    fn capabilities(&self) -> &Capabilities {
        self.0.capabilities()
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        self.0.get(partition, address)
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        self.0.query(partition, query)
    }

    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        self.0.transact(partition, Arc::new(Remote(work)))
    }
}

#[tokio::test]
async fn transactions_may_have_to_be_waited_for() {
    let service = ODataService::builder(Model::of::<Fleet>().unwrap())
        .store(Distant(SqliteStore::in_memory().unwrap()))
        .authorizer(NoAuthorization::new(Partition::new("a")))
        .before_write(|_: &mut Write<'_, Trip>| Ok(()))
        .build()
        .unwrap();
    let done = service.in_transaction(&caller("a"), |transaction| async move {
        let vehicles = transaction.repository(Fleet::SETS.vehicles);
        tokio::try_join!(vehicles.insert(car("V")), vehicles.insert(truck("T")))?;
        let trips = vehicles.contained("V", Vehicle::PROPERTIES.trips);
        trips.insert(Trip { id: Guid::nil(), kilometres: 3, stops: Nav::absent() }).await?;
        vehicles.update("T", |truck| truck.seats = 3).await?;
        vehicles.delete("V").await?;
        Ok(vehicles.list(Paging::new()).await?.entities)
    });
    let left = done.await.unwrap();
    assert_eq!((left.len(), &*left[0].plate, left[0].seats), (1, "T", 3));
    assert_eq!(vehicles(&service).list(Paging::new()).await.unwrap().entities, left);
}
