//! Transactions of several operations.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use odata_core::{Error, ErrorCode, prelude::*};
use odata_service::{
    ODataService,
    hooks::{Change, Write},
    repository::{Paging, RepositoryTransaction},
};

use super::{Fleet, Garage, Trip, Vehicle, builder, caller, car, failed, refused, vehicles};

/// Creates a service that counts committed vehicles and garages, and refuses vehicles without seats.
fn counting(log: &Arc<Mutex<Vec<String>>>) -> ODataService {
    let (vehicles, garages) = (Arc::clone(log), Arc::clone(log));
    builder()
        .before_write(|write: &mut Write<'_, Vehicle>| match write.new_mut() {
            Some(vehicle) if vehicle.seats == 0 => {
                Err(Error::new(ErrorCode::new("NoSeat", 409), "a vehicle has a seat").with_target("seats"))
            }
            _ => Ok(()),
        })
        .after_commit(move |change: Change<Vehicle>| {
            vehicles.lock().unwrap().push(format!("vehicle {}", change.new_state().map_or("-", |new| &new.plate)));
            async { Ok(()) }
        })
        .after_commit(move |change: Change<Garage>| {
            garages.lock().unwrap().push(format!("garage {}", change.new_state().map_or(0, |new| new.number)));
            async { Ok(()) }
        })
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_transaction_is_done_as_a_whole_or_not_at_all() {
    let log = Arc::default();
    let service = counting(&log);
    let fill = |seats| {
        move |transaction: RepositoryTransaction| async move {
            transaction.repository(Fleet::SETS.garages).insert(Garage { number: 1 }).await?;
            let vehicles = transaction.repository(Fleet::SETS.vehicles);
            vehicles.insert(car("V")).await?;
            // What was written before is seen.
            assert!(vehicles.get("V").await?.is_some());
            let trips = vehicles.contained("V", Vehicle::PROPERTIES.trips);
            trips.insert(Trip { id: Guid::nil(), kilometres: 3, stops: Nav::absent() }).await?;
            assert_eq!(trips.list(Paging::new().with_count()).await?.count, Some(1));
            let updated = vehicles.update("V", move |vehicle| vehicle.seats = seats).await?;
            Ok(updated.entity.seats)
        }
    };
    let refused_all = service.in_transaction(&caller("a"), fill(0)).await;
    assert_eq!(refused(refused_all), ("NoSeat", 409, "seats".to_owned()));
    let garages = service.repository(Fleet::SETS.garages, &caller("a"));
    assert_eq!(garages.get(1).await.unwrap(), None);
    assert_eq!(vehicles(&service).get("V").await.unwrap(), None);
    assert_eq!(*log.lock().unwrap(), [""; 0]);

    assert_eq!(service.in_transaction(&caller("a"), fill(3)).await.unwrap(), 3);
    assert_eq!(vehicles(&service).get("V").await.unwrap().unwrap().seats, 3);
    assert_eq!(*log.lock().unwrap(), ["garage 1", "vehicle V", "vehicle V"]);
}

#[tokio::test]
async fn a_transaction_may_go_on_after_a_refusal() {
    let log = Arc::default();
    let service = counting(&log);
    vehicles(&service).insert(car("V")).await.unwrap();
    let done = service.in_transaction(&caller("a"), |transaction| async move {
        let vehicles = transaction.repository(Fleet::SETS.vehicles);
        let twice = vehicles.insert(car("V")).await.unwrap_err();
        let nowhere = vehicles.contained("U", Vehicle::PROPERTIES.trips).list(Paging::new()).await.unwrap_err();
        vehicles.insert(car("W")).await?;
        Ok((twice.code(), nowhere.code()))
    });
    assert_eq!(done.await.unwrap(), (ErrorCode::ENTITY_EXISTS, ErrorCode::NOT_FOUND));
    assert!(vehicles(&service).get("W").await.unwrap().is_some());
}

#[tokio::test]
async fn operations_of_a_transaction_may_run_side_by_side() {
    let service = builder().build().unwrap();
    let done = service.in_transaction(&caller("a"), |transaction| async move {
        let garages = transaction.repository(Fleet::SETS.garages);
        let (one, two) = (garages.insert(Garage { number: 1 }), garages.insert(Garage { number: 2 }));
        tokio::try_join!(one, two)?;
        Ok(garages.list(Paging::new().with_count()).await?.count)
    });
    assert_eq!(done.await.unwrap(), Some(2));
}

#[tokio::test]
async fn an_operation_that_nobody_waits_for_is_not_run() {
    let service = builder().build().unwrap();
    let done = service.in_transaction(&caller("a"), |transaction| async move {
        let garages = transaction.repository(Fleet::SETS.garages);
        {
            let mut forgotten = std::pin::pin!(garages.insert(Garage { number: 1 }));
            std::future::poll_fn(|context| {
                assert!(forgotten.as_mut().poll(context).is_pending());
                std::task::Poll::Ready(())
            })
            .await;
        }
        garages.insert(Garage { number: 2 }).await?;
        Ok(garages.list(Paging::new()).await?.entities.len())
    });
    assert_eq!(done.await.unwrap(), 1);
}

#[tokio::test]
async fn a_transaction_that_waits_for_something_else_or_is_kept_fails() {
    let service = builder().build().unwrap();
    let waits = service.in_transaction(&caller("a"), |transaction| async move {
        transaction.repository(Fleet::SETS.garages).insert(Garage { number: 1 }).await?;
        std::future::pending::<()>().await;
        Ok(())
    });
    assert_eq!(refused(waits.await), failed(ErrorCode::INTERNAL_ERROR, ""));
    let garages = service.repository(Fleet::SETS.garages, &caller("a"));
    assert_eq!(garages.get(1).await.unwrap(), None);

    let kept = service.in_transaction(&caller("a"), |transaction| async move { Ok(transaction) }).await.unwrap();
    let garages = kept.repository(Fleet::SETS.garages);
    assert_eq!(refused(garages.insert(Garage { number: 1 }).await), failed(ErrorCode::INTERNAL_ERROR, ""));
}

#[tokio::test]
async fn all_operations_of_a_transaction_are_prepared() {
    let prepared = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&prepared);
    let service = builder().prepare(move |change: Change<Garage>| {
        counter.fetch_add(1, Ordering::Relaxed);
        async move {
            tokio::task::yield_now().await;
            match change.new_state() {
                Some(garage) if garage.number > 9 => Err(Error::new(ErrorCode::new("Full", 507), "no more garages")),
                _ => Ok(()),
            }
        }
    });
    let service = service.build().unwrap();
    let insert = |numbers: [i64; 2]| {
        service.in_transaction(&caller("a"), move |transaction| async move {
            for number in numbers {
                transaction.repository(Fleet::SETS.garages).insert(Garage { number }).await?;
            }
            Ok(())
        })
    };
    assert_eq!(refused(insert([1, 10]).await), ("Full", 507, String::new()));
    assert_eq!(prepared.load(Ordering::Relaxed), 2);
    let garages = service.repository(Fleet::SETS.garages, &caller("a"));
    assert_eq!(garages.list(Paging::new().with_count()).await.unwrap().count, Some(0));
    insert([1, 2]).await.unwrap();
    assert_eq!(garages.list(Paging::new().with_count()).await.unwrap().count, Some(2));
}
