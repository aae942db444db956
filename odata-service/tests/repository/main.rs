//! Repositories: what they check, store and return.

mod collections;
mod distant;
mod transactions;

use std::sync::{Arc, Mutex};

use http::Request;
use http_body_util::BodyExt as _;
use odata_core::{AnyOf, Error, ErrorCode, Model, prelude::*};
use odata_service::{
    Caller, NoAuthorization, ODataService, ODataServiceBuilder, Partition,
    hooks::Write,
    repository::{Paging, Repository},
    store::sqlite::SqliteStore,
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

/// The rules for all vehicles.
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

/// Returns code, status and target of a refusal.
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
async fn an_update_that_changes_nothing_is_not_a_write() {
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
async fn an_old_version_is_refused() {
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
async fn sets_of_another_model_fail() {
    let service = builder().build().unwrap();
    let garages = service.repository(Other::SETS.garages, &caller("a"));
    assert_eq!(refused(garages.insert(Garage { number: 7 }).await), failed(ErrorCode::INTERNAL_ERROR, ""));
    assert_eq!(refused(garages.list(Paging::new()).await), failed(ErrorCode::INTERNAL_ERROR, ""));
}

#[tokio::test]
async fn concurrent_updates_are_not_lost() {
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
async fn a_singleton_is_created_once_and_keeps_its_key() {
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
    // It is the same one that requests write.
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
