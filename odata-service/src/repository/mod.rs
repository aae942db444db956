//! Access to the entities of a service in Rust: with the checks and [hooks](crate::hooks) of requests, without HTTP.
//!
//! A [`Repository`] is one collection as one [`Caller`](crate::Caller) sees it: an entity set, or what an entity contains.
//! Errors are those of a response, with the path of the property as their target.
//!
#![cfg_attr(feature = "sqlite", doc = "```")]
#![cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
//! use odata_core::{ErrorCode, Model, prelude::*};
//! use odata_service::{
//!     Caller, NoAuthorization, ODataService, Partition, hooks::Write, repository::Paging, store::sqlite::SqliteStore,
//! };
//!
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.vehicle")]
//! struct Vehicle {
//!     #[odata(key)]
//!     plate: String,
//!     seats: i32,
//!     #[odata(contains_target)]
//!     trips: Nav<Vec<Trip>>,
//! }
//!
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.trip")]
//! struct Trip {
//!     #[odata(key, computed)]
//!     id: Guid,
//!     kilometres: i32,
//! }
//!
//! #[derive(ODataContainer)]
//! #[odata(type = "fleet.Container")]
//! struct Fleet {
//!     #[odata(entity_set)]
//!     vehicles: Vec<Vehicle>,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), odata_core::Error> {
//! let partition = Partition::new("everybody");
//! let service = ODataService::builder(Model::of::<Fleet>().expect("the model is valid"))
//!     .store(SqliteStore::in_memory().expect("there is memory"))
//!     .authorizer(NoAuthorization::new(partition.clone()))
//!     .before_write(|write: &mut Write<'_, Vehicle>| match write.new_mut() {
//!         Some(vehicle) if vehicle.seats < 1 => {
//!             Err(odata_core::Error::new(ErrorCode::OUT_OF_RANGE, "a vehicle has a seat").with_target("seats"))
//!         }
//!         _ => Ok(()),
//!     })
//!     .build()
//!     .expect("nothing is missing");
//!
//! let vehicles = service.repository(Fleet::SETS.vehicles, &Caller::new(partition));
//! let bus = Vehicle { plate: "B 1".to_owned(), seats: 40, trips: Nav::absent() };
//! let inserted = vehicles.insert(bus.clone()).await?;
//! assert_eq!((&inserted.entity, vehicles.get("B 1").await?), (&bus, Some(inserted.clone())));
//!
//! // The closure may run again, on another state.
//! let refitted = vehicles.update("B 1", |vehicle| vehicle.seats += 2).await?;
//! assert_eq!(refitted.seats, 42);
//!
//! // Only if nobody was faster, and no hook refuses.
//! let late = vehicles.if_match(inserted.version).delete("B 1").await.unwrap_err();
//! assert_eq!(late.code(), ErrorCode::PRECONDITION_FAILED);
//! let mut delta = Delta::<Vehicle>::new();
//! delta.set(Vehicle::PROPERTIES.seats, 0)?;
//! assert_eq!(vehicles.patch("B 1", delta).await.unwrap_err().target(), Some("seats"));
//!
//! // What an entity contains has a repository, too. A blank computed key gets a value.
//! let trips = vehicles.contained("B 1", Vehicle::PROPERTIES.trips);
//! for kilometres in [12, 7, 30] {
//!     trips.insert(Trip { id: Guid::nil(), kilometres }).await?;
//! }
//! let page = trips.list(Paging::new().with_limit(2).with_count()).await?;
//! assert_eq!((page.entities[1].kilometres, page.count), (7, Some(3)));
//! let rest = trips.list(Paging::new().with_after(page.next.expect("there is one more"))).await?;
//! assert_eq!((rest.entities.len(), rest.next), (1, None));
//! # Ok(())
//! # }
//! ```
//!
//! # What differs from requests
//!
//! Rust code is part of the service. It may set computed properties, and a computed key is only generated if it is blank.
//! Immutable properties and the key keep their values: changing them is refused with
//! [`NOT_UPDATABLE`](odata_core::ErrorCode::NOT_UPDATABLE). No authorizer is asked: only the caller's partition limits what
//! can be read and written.

mod alter;
mod check;
mod collection;
mod collection_ref;
mod key;
mod scope;
mod service;
mod singleton;
mod stored;
mod transaction;

pub use self::{
    alter::Verdict,
    collection::Repository,
    key::{IntoKey, KeyValue},
    singleton::SingletonRepository,
    stored::{Page, Paging, Stored},
    transaction::RepositoryTransaction,
};
