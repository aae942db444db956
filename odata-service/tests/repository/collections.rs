//! Pages, contained collections, and keys.

use odata_core::{ErrorCode, prelude::*};
use odata_service::repository::Paging;

use super::{
    Fleet, Garage, Stop, Trip, Vehicle, builder, caller, failed, over_http, refused, truck, vehicle, vehicles,
};

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
    // Integers of any width are accepted.
    assert!(garages.get(7_i32).await.unwrap().is_some() && garages.get(7_u8).await.unwrap().is_some());
    assert!(garages.get(Garage { number: 7 }.key()).await.unwrap().is_some());
    assert_eq!(refused(garages.get(vehicle("V").key()).await), failed(ErrorCode::BAD_REQUEST, ""));
    assert_eq!(refused(garages.get("seven").await), failed(ErrorCode::WRONG_TYPE, "number"));
    assert_eq!(refused(garages.get((7, 8)).await), failed(ErrorCode::BAD_REQUEST, ""));
    let trips = vehicles(&service).contained("V", Vehicle::PROPERTIES.trips);
    assert_eq!(refused(trips.get("no guid").await), failed(ErrorCode::WRONG_TYPE, "id"));
    // A wrong key on the path is reported when the path is used.
    assert_eq!(
        refused(trips.contained(7, Trip::PROPERTIES.stops).list(Paging::new()).await),
        failed(ErrorCode::WRONG_TYPE, "id")
    );
}
