//! Entities in Rust: what repositories check, store and give back.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use http::Request;
use http_body_util::BodyExt as _;
use odata_core::{AnyOf, Error, ErrorCode, Model, prelude::*};
use odata_service::{
    Caller, NoAuthorization, ODataService, ODataServiceBuilder, Partition,
    hooks::{Change, Write},
    repository::{Paging, Repository, RepositoryTransaction},
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Query, StoreFuture, StoredEntity, Transaction, Work,
        WorkOutput, sqlite::SqliteStore,
    },
};
use serde_json::Value;
use tower_service::Service as _;

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.vehicle")]
struct Vehicle {
    #[odata(key)]
    plate: String,
    #[odata(max_length = 5)]
    name: Option<String>,
    seats: i32,
    #[odata(computed)]
    revision: i32,
    #[odata(immutable)]
    built: Option<Date>,
    position: Option<Position>,
    #[odata(contains_target)]
    trips: Nav<Vec<Trip>>,
    garage: Nav<Option<Garage>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.truck")]
struct Truck {
    #[odata(base)]
    vehicle: Vehicle,
    tonnes: f64,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "fleet.position")]
struct Position {
    #[odata(max_length = 3)]
    place: String,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.trip")]
struct Trip {
    #[odata(key, computed)]
    id: Guid,
    kilometres: i32,
    #[odata(contains_target)]
    stops: Nav<Vec<Stop>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.stop")]
struct Stop {
    #[odata(key)]
    street: String,
    #[odata(key)]
    number: i64,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.garage")]
struct Garage {
    #[odata(key)]
    number: i64,
}

/// What holds for all vehicles.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.rules")]
struct Rules {
    #[odata(key, computed)]
    id: Guid,
    #[odata(max_length = 3)]
    fuel: Option<String>,
    #[odata(immutable)]
    since: i32,
    #[odata(contains_target)]
    trips: Nav<Vec<Trip>>,
}

#[derive(ODataContainer)]
#[odata(type = "fleet.Container")]
struct Fleet {
    #[odata(singleton)]
    rules: Rules,
    #[odata(entity_set)]
    vehicles: Vec<AnyOf<Vehicle>>,
    #[odata(entity_set)]
    garages: Vec<Garage>,
}

/// Another container, with a set of the same name.
#[derive(ODataContainer)]
#[odata(type = "other.Container")]
struct Other {
    #[odata(entity_set)]
    garages: Vec<Garage>,
}

fn builder() -> ODataServiceBuilder {
    ODataService::builder(Model::of::<Fleet>().unwrap())
        .store(SqliteStore::in_memory().unwrap())
        .authorizer(NoAuthorization::new(Partition::new("a")))
}

fn caller(partition: &'static str) -> Caller {
    Caller::new(Partition::new(partition))
}

fn vehicles(service: &ODataService) -> Repository<AnyOf<Vehicle>> {
    service.repository(Fleet::SETS.vehicles, &caller("a"))
}

fn vehicle(plate: &str) -> Vehicle {
    Vehicle {
        plate: plate.to_owned(),
        name: None,
        seats: 2,
        revision: 0,
        built: Some(Date::parse("2024-02-29").unwrap()),
        position: None,
        trips: Nav::absent(),
        garage: Nav::absent(),
    }
}

fn car(plate: &str) -> AnyOf<Vehicle> {
    AnyOf::new(vehicle(plate))
}

fn truck(plate: &str) -> AnyOf<Vehicle> {
    AnyOf::new(Truck { vehicle: vehicle(plate), tonnes: 7.5 })
}

/// Code, status and target of what was refused.
fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, u16, String) {
    let error = result.unwrap_err();
    assert_eq!(error.location(), None, "the caller has seen no JSON");
    (error.code().as_str(), error.status(), error.target().unwrap_or_default().to_owned())
}

fn failed(code: ErrorCode, target: &str) -> (&'static str, u16, String) {
    (code.as_str(), code.status(), target.to_owned())
}

async fn over_http(service: &ODataService, method: &str, uri: &str, body: &str) -> (u16, Value) {
    let request = Request::builder().method(method).uri(uri).header("host", "localhost");
    let request = request.header("content-type", "application/json");
    let response = service.clone().call(request.body(body.to_owned()).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status.as_u16(), serde_json::from_slice(&body).unwrap_or_default())
}

#[tokio::test]
async fn what_is_inserted_is_found_with_its_type_here_and_over_http() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    let inserted = vehicles.insert(truck("T")).await.unwrap();
    assert_eq!(inserted.entity, truck("T"));
    let found = vehicles.get("T").await.unwrap().unwrap();
    assert_eq!(found, inserted);
    assert!(found.is::<Truck>());
    let (_, json) = over_http(&service, "GET", "/vehicles/T", "").await;
    assert_eq!((&json["@odata.type"], &json["tonnes"]), (&"#fleet.truck".into(), &7.5.into()));
    assert_eq!(json["@odata.etag"], inserted.etag());
    assert_eq!(vehicles.get("U").await.unwrap(), None);
    assert_eq!(refused(vehicles.insert(car("T")).await), failed(ErrorCode::ENTITY_EXISTS, ""));

    over_http(&service, "POST", "/vehicles", r#"{"plate": "H", "seats": 4}"#).await;
    assert_eq!(vehicles.get("H").await.unwrap().unwrap().seats, 4);
}

/// A closure that changes a vehicle.
type Closure = Box<dyn Fn(&mut AnyOf<Vehicle>) -> Result<(), Error> + Send + Sync>;

#[tokio::test]
async fn an_entity_is_checked_as_a_request_is() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    let with = |change: fn(&mut Vehicle)| {
        let mut vehicle = vehicle("V");
        change(&mut vehicle);
        vehicles.insert(AnyOf::new(vehicle))
    };
    let position = |place: &str| Some(Position { place: place.to_owned() });
    assert_eq!(refused(with(|new| new.name = Some("too long".to_owned())).await), failed(ErrorCode::TOO_LONG, "name"));
    let long = with(|new| new.position = Some(Position { place: "over there".to_owned() }));
    assert_eq!(refused(long.await), failed(ErrorCode::TOO_LONG, "position/place"));
    let deep = with(|new| new.trips = Nav::new(Vec::new()));
    assert_eq!(refused(deep.await), failed(ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, "trips"));
    assert_eq!(vehicles.list(Paging::new()).await.unwrap().entities, []);

    vehicles.insert(car("V")).await.unwrap();
    let changes: [(Closure, ErrorCode, &str); 8] = [
        (
            Box::new(|new| {
                new.name = Some("too long".to_owned());
                Ok(())
            }),
            ErrorCode::TOO_LONG,
            "name",
        ),
        (
            Box::new(move |new| {
                new.position = position("over there");
                Ok(())
            }),
            ErrorCode::TOO_LONG,
            "position/place",
        ),
        (
            Box::new(|new| {
                new.plate.push('!');
                Ok(())
            }),
            ErrorCode::NOT_UPDATABLE,
            "plate",
        ),
        (
            Box::new(|new| {
                new.built = None;
                Ok(())
            }),
            ErrorCode::NOT_UPDATABLE,
            "built",
        ),
        (
            Box::new(|new| {
                new.trips = Nav::new(Vec::new());
                Ok(())
            }),
            ErrorCode::DEEP_OPERATION_NOT_SUPPORTED,
            "trips",
        ),
        (
            Box::new(|new| {
                new.garage = Nav::new(None);
                Ok(())
            }),
            ErrorCode::DEEP_OPERATION_NOT_SUPPORTED,
            "garage",
        ),
        (
            Box::new(|new| {
                *new = truck("V");
                Ok(())
            }),
            ErrorCode::TYPE_MISMATCH,
            "",
        ),
        (Box::new(|_| Err(Error::new(ErrorCode::FORBIDDEN, "no").with_target("x"))), ErrorCode::FORBIDDEN, "x"),
    ];
    for (change, code, target) in changes {
        assert_eq!(refused(vehicles.update("V", change).await), failed(code, target));
    }
    assert_eq!(vehicles.get("V").await.unwrap().unwrap().entity, car("V"));
}

#[tokio::test]
async fn rust_code_sets_what_the_service_computes() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    let given = Vehicle { revision: 7, ..vehicle("V") };
    assert_eq!(vehicles.insert(AnyOf::new(given)).await.unwrap().revision, 7);
    let updated = vehicles.update("V", |vehicle| vehicle.revision += 1).await.unwrap();
    assert_eq!((updated.revision, updated.built), (8, vehicle("V").built));

    let trips = vehicles.contained("V", Vehicle::PROPERTIES.trips);
    let trip = |id| Trip { id, kilometres: 3, stops: Nav::absent() };
    let made = trips.insert(trip(Guid::nil())).await.unwrap();
    assert_ne!(made.id, Guid::nil());
    let id = Guid::from_u128(7);
    assert_eq!(trips.insert(trip(id)).await.unwrap().id, id);
    assert_eq!(trips.get(id).await.unwrap(), trips.get(id.to_string()).await.unwrap());
}

#[tokio::test]
async fn an_update_that_changes_nothing_is_no_write() {
    let service = builder().before_write(|write: &mut Write<'_, Vehicle>| {
        write.new_mut().into_iter().for_each(|vehicle| vehicle.revision += 1);
        Ok(())
    });
    let service = service.build().unwrap();
    let vehicles = vehicles(&service);
    let version = vehicles.insert(car("V")).await.unwrap().version;
    let same = vehicles.update("V", |vehicle| vehicle.seats = 2).await.unwrap();
    assert_eq!((same.version, same.revision), (version, 1));
    let same = vehicles.patch("V", Delta::<Vehicle>::new()).await.unwrap();
    assert_eq!((same.version, same.revision), (version, 1));
    let other = vehicles.update("V", |vehicle| vehicle.seats = 3).await.unwrap();
    assert!(other.version != version && other.revision == 2);
}

#[tokio::test]
async fn changes_are_applied_as_a_patch_is() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    vehicles.insert(truck("T")).await.unwrap();
    vehicles.insert(car("C")).await.unwrap();
    let mut delta = Delta::<Truck>::new();
    delta.set(Truck::PROPERTIES.tonnes, 12.0).unwrap().set(Vehicle::PROPERTIES.seats, 3).unwrap();
    let heavier = vehicles.patch("T", delta.clone()).await.unwrap();
    let tonnes = heavier.downcast_ref::<Truck>().unwrap().tonnes.to_string();
    assert_eq!((heavier.seats, &*tonnes), (3, "12"));
    assert_eq!(refused(vehicles.patch("C", delta).await), failed(ErrorCode::TYPE_MISMATCH, ""));
    let delta = Delta::<AnyOf<Vehicle>>::from_slice(br#"{"seats": 5, "plate": "X"}"#).unwrap();
    let wider = vehicles.patch("C", delta).await.unwrap();
    assert_eq!((wider.seats, &*wider.plate), (5, "C"));
}

#[tokio::test]
async fn a_version_that_has_passed_is_refused() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    let first = vehicles.insert(car("V")).await.unwrap();
    let current = vehicles.if_match(first.version);
    let second = current.update("V", |vehicle| vehicle.seats = 3).await.unwrap();
    let late = failed(ErrorCode::PRECONDITION_FAILED, "");
    assert_eq!(refused(current.update("V", |vehicle| vehicle.seats = 4).await), late);
    assert_eq!(refused(current.patch("V", Delta::<Vehicle>::new()).await), late);
    assert_eq!(refused(current.delete("V").await), late);
    assert_eq!(vehicles.get("V").await.unwrap(), Some(second.clone()));
    vehicles.if_match(second.version).delete("V").await.unwrap();
    assert_eq!(refused(current.delete("V").await), failed(ErrorCode::NOT_FOUND, ""));
}

#[tokio::test]
async fn partitions_do_not_see_each_other() {
    let service = builder().build().unwrap();
    let (ours, theirs) = (vehicles(&service), service.repository(Fleet::SETS.vehicles, &caller("b")));
    ours.insert(car("V")).await.unwrap();
    let missing = failed(ErrorCode::NOT_FOUND, "");
    assert_eq!(theirs.get("V").await.unwrap(), None);
    assert_eq!(refused(theirs.update("V", |vehicle| vehicle.seats = 9).await), missing);
    assert_eq!(refused(theirs.delete("V").await), missing);
    assert_eq!(refused(theirs.contained("V", Vehicle::PROPERTIES.trips).list(Paging::new()).await), missing);
    assert_eq!(theirs.list(Paging::new().with_count()).await.unwrap().count, Some(0));
    theirs.insert(car("V")).await.unwrap();
    theirs.delete("V").await.unwrap();
    assert_eq!(ours.get("V").await.unwrap().unwrap().seats, 2);

    let read = service.in_transaction(&caller("b"), |transaction| async move {
        transaction.repository(Fleet::SETS.vehicles).get("V").await
    });
    assert_eq!(read.await.unwrap(), None);
}

#[tokio::test]
async fn pages_follow_each_other_to_the_end() {
    let service = builder().page_size(3).build().unwrap();
    let garages = service.repository(Fleet::SETS.garages, &caller("a"));
    for number in 0..8 {
        garages.insert(Garage { number }).await.unwrap();
    }
    let mut paging = Paging::new().with_limit(100).with_count();
    let mut pages = Vec::new();
    loop {
        let page = garages.list(paging.clone()).await.unwrap();
        assert_eq!(page.count, Some(8));
        pages.push(page.entities.iter().map(|garage| garage.number).collect::<Vec<_>>());
        match page.next {
            Some(next) => paging = paging.with_after(next),
            None => break,
        }
    }
    assert_eq!(pages, [vec![0, 1, 2], vec![3, 4, 5], vec![6, 7]]);
    let two = garages.list(Paging::new().with_limit(2)).await.unwrap();
    assert_eq!((two.entities.len(), two.count, two.next.is_some()), (2, None, true));
}

#[tokio::test]
async fn what_is_contained_is_below_its_owner_over_any_number_of_levels() {
    let service = builder().build().unwrap();
    let vehicles = vehicles(&service);
    vehicles.insert(truck("T/1")).await.unwrap();
    let trips = vehicles.contained("T/1", Vehicle::PROPERTIES.trips);
    let trip = trips.insert(Trip { id: Guid::nil(), kilometres: 3, stops: Nav::absent() }).await.unwrap();
    let stops = trips.contained(trip.id, Trip::PROPERTIES.stops);
    let stop = Stop { street: "O'Hare".to_owned(), number: 7 };
    stops.insert(stop.clone()).await.unwrap();
    assert_eq!(stops.get(("O'Hare", 7)).await.unwrap().unwrap().entity, stop);
    let uri = format!("/vehicles('T%2F1')/trips/{}/stops(street='O''Hare',number=7)", trip.id);
    assert_eq!(over_http(&service, "GET", &uri, "").await.0, 200);

    let missing = failed(ErrorCode::NOT_FOUND, "");
    let nowhere = vehicles.contained("U", Vehicle::PROPERTIES.trips);
    assert_eq!(refused(nowhere.list(Paging::new()).await), missing);
    assert_eq!(refused(nowhere.insert(trip.entity.clone()).await), missing);
    let error = stops.delete(("O'Hare", 8)).await.unwrap_err();
    let path = format!("`vehicles('T%2F1')/trips({})/stops` has no entity with the key", trip.id);
    assert!(error.message().starts_with(&path), "{error}");
    vehicles.delete("T/1").await.unwrap();
    assert_eq!(refused(stops.list(Paging::new()).await), missing);
}

#[tokio::test]
async fn keys_are_values_of_the_types_that_are_declared() {
    let service = builder().build().unwrap();
    let garages = service.repository(Fleet::SETS.garages, &caller("a"));
    garages.insert(Garage { number: 7 }).await.unwrap();
    // Any width will do.
    assert!(garages.get(7_i32).await.unwrap().is_some() && garages.get(7_u8).await.unwrap().is_some());
    assert!(garages.get(Garage { number: 7 }.key()).await.unwrap().is_some());
    assert_eq!(refused(garages.get(vehicle("V").key()).await), failed(ErrorCode::BAD_REQUEST, ""));
    assert_eq!(refused(garages.get("seven").await), failed(ErrorCode::WRONG_TYPE, "number"));
    assert_eq!(refused(garages.get((7, 8)).await), failed(ErrorCode::BAD_REQUEST, ""));
    let trips = vehicles(&service).contained("V", Vehicle::PROPERTIES.trips);
    assert_eq!(refused(trips.get("no guid").await), failed(ErrorCode::WRONG_TYPE, "id"));
    // A wrong key on the way is reported at its end.
    assert_eq!(
        refused(trips.contained(7, Trip::PROPERTIES.stops).list(Paging::new()).await),
        failed(ErrorCode::WRONG_TYPE, "id")
    );
}

#[tokio::test]
async fn what_is_no_part_of_the_model_fails() {
    let service = builder().build().unwrap();
    let garages = service.repository(Other::SETS.garages, &caller("a"));
    assert_eq!(refused(garages.insert(Garage { number: 7 }).await), failed(ErrorCode::INTERNAL_ERROR, ""));
    assert_eq!(refused(garages.list(Paging::new()).await), failed(ErrorCode::INTERNAL_ERROR, ""));
}

/// A service that counts the vehicles and garages that were committed, and refuses vehicles without seats.
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
            // What was written before is there.
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
async fn a_transaction_may_go_on_after_what_was_refused() {
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
async fn an_operation_that_nobody_waits_for_is_not_done() {
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
async fn what_is_prepared_is_all_of_a_transaction() {
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

#[tokio::test]
async fn concurrent_updates_lose_none() {
    let service = builder().build().unwrap();
    vehicles(&service).insert(car("V")).await.unwrap();
    let updates: Vec<_> = (0..50)
        .map(|_| {
            let vehicles = vehicles(&service);
            tokio::spawn(async move { vehicles.update("V", |vehicle| vehicle.seats += 1).await })
        })
        .collect();
    for update in updates {
        update.await.unwrap().unwrap();
    }
    assert_eq!(vehicles(&service).get("V").await.unwrap().unwrap().seats, 52);
}

#[tokio::test]
async fn a_singleton_is_made_once_and_keeps_its_key() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&log);
    let service = builder().before_write(move |write: &mut Write<'_, Rules>| {
        written.lock().unwrap().push(format!("{:?}", write.kind()));
        Ok(())
    });
    let service = service.build().unwrap();
    let rules = service.singleton(Fleet::SETS.rules, &caller("a"));
    let new = |fuel: &str, since| Rules { id: Guid::nil(), fuel: Some(fuel.to_owned()), since, trips: Nav::absent() };
    let missing = failed(ErrorCode::NOT_FOUND, "");
    assert_eq!(rules.get().await.unwrap(), None);
    assert_eq!(refused(rules.update(|rules| rules.fuel = None).await), missing);
    assert_eq!(refused(rules.patch(Delta::<Rules>::new()).await), missing);
    assert_eq!(refused(rules.if_match(1).put(new("gas", 7)).await), failed(ErrorCode::PRECONDITION_FAILED, ""));
    assert_eq!(refused(rules.put(new("petrol", 7)).await), failed(ErrorCode::TOO_LONG, "fuel"));
    let made = rules.put(new("gas", 7)).await.unwrap();
    assert_ne!(made.id, Guid::nil());
    assert_eq!(rules.put(new("oil", 7)).await.unwrap().id, made.id);
    assert_eq!(refused(rules.put(new("oil", 8)).await), failed(ErrorCode::NOT_UPDATABLE, "since"));
    assert_eq!(
        refused(rules.if_match(made.version).put(new("gas", 7)).await),
        failed(ErrorCode::PRECONDITION_FAILED, "")
    );
    let mut delta = Delta::<Rules>::new();
    delta.set(Rules::PROPERTIES.fuel, None).unwrap();
    assert_eq!(rules.patch(delta).await.unwrap().fuel, None);
    assert_eq!(*log.lock().unwrap(), ["Insert", "Update", "Update"]);
    // It is the one that requests write.
    let (status, json) = over_http(&service, "PATCH", "/rules", r#"{"fuel": "gas"}"#).await;
    assert_eq!((status, &json["id"]), (200, &made.id.to_string().into()));

    let others = service.singleton(Fleet::SETS.rules, &caller("b"));
    assert_eq!(others.get().await.unwrap(), None);
    let trip = Trip { id: Guid::nil(), kilometres: 3, stops: Nav::absent() };
    others.contained(Rules::PROPERTIES.trips).insert(trip).await.unwrap();
    let both = service.in_transaction(&caller("b"), move |transaction| async move {
        let rules = transaction.singleton(Fleet::SETS.rules);
        let trips = rules.contained(Rules::PROPERTIES.trips).list(Paging::new()).await?;
        let rules = rules.put(Rules { id: Guid::nil(), fuel: None, since: 1, trips: Nav::absent() }).await?;
        Ok((trips.entities.len(), rules.entity.id))
    });
    let (trips, id) = both.await.unwrap();
    assert!(trips == 1 && id != made.id);
}

/// A store whose transactions have to be waited for, as those of a store over a network have.
struct Distant(SqliteStore);

/// Work that is done with a transaction of that kind.
struct Remote(Arc<dyn Work>);

/// A transaction that is not ready at once.
struct Slow<'t>(&'t mut dyn Transaction);

/// Is pending once.
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
            // SQLite waits for nothing, so the waiting is done here.
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
