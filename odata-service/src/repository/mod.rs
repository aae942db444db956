//! The entities of a service in Rust: with the checks and [hooks](crate::hooks) of requests, without HTTP.
//!
//! A [`Repository`] is one collection as one [`Caller`] sees it: an entity set, or what an entity contains.
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
//! // Only if nobody was faster; and the hooks have their say.
//! let late = vehicles.if_match(inserted.version).delete("B 1").await.unwrap_err();
//! assert_eq!(late.code(), ErrorCode::PRECONDITION_FAILED);
//! let mut delta = Delta::<Vehicle>::new();
//! delta.set(Vehicle::PROPERTIES.seats, 0)?;
//! assert_eq!(vehicles.patch("B 1", delta).await.unwrap_err().target(), Some("seats"));
//!
//! // What an entity contains has a repository, too. A blank computed key is made.
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
//! Rust code is the service's own. What it says of computed properties counts: it may set them, and a computed key is made only
//! where it is blank. Immutable properties and the key are as they were: changing them is refused with
//! [`NOT_UPDATABLE`](odata_core::ErrorCode::NOT_UPDATABLE). Nobody is asked for a permission: the caller's partition alone
//! decides what is there.

mod check;
mod key;
mod service;
mod stored;
mod transaction;

use std::{marker::PhantomData, sync::Arc};

use odata_core::{
    Delta, EntitySet, EntityValue, Error, IsA, Nav, Property, Structured, StructuredType,
    edm::{PropertyDescriptor, TypeDescriptor},
    uri::Key,
};

use self::transaction::Desk;
pub use self::{
    key::IntoKey,
    stored::{Page, Paging, Stored},
    transaction::RepositoryTransaction,
};
use crate::{
    Caller,
    entities::{Absent, Alter, Check, Delete, Insert, Operation, Unit, Update, generate_blank_key},
    failure::{Failure, internal, not_found, not_supported},
    service::Inner,
    store::{Answer, CollectionAddress, EntityAddress, Query, StoreFuture, StoredEntity},
};

/// A collection of entities of the Rust type `E`, as one caller sees it. Cheap to clone.
///
/// [`ODataService::repository`](crate::ODataService::repository) gives one for an entity set; the [module](self) has an example.
pub struct Repository<E> {
    scope: Scope,
    /// Which collection; why there is none where a key is no value of its type, say.
    place: Result<Place, Error>,
    /// The version that an entity must have to be changed.
    version: Option<u64>,
    marker: PhantomData<fn() -> E>,
}

/// Where operations are performed.
#[derive(Clone)]
enum Scope {
    /// Each in a transaction of its own.
    Service { inner: Arc<Inner>, caller: Caller },
    /// In this transaction.
    Transaction { inner: Arc<Inner>, desk: Arc<Desk> },
}

/// A collection.
#[derive(Clone)]
struct Place {
    address: CollectionAddress,
    /// The path with keys in parentheses, for messages.
    path: String,
    declared: &'static TypeDescriptor,
    polymorphic: bool,
}

impl Place {
    /// The entity with this key.
    fn entity(&self, key: &Key) -> EntityAddress {
        EntityAddress::new(self.address.clone(), &*key.canonical())
    }

    /// The error for an entity that is not there.
    fn missing(&self, key: &Key) -> Box<dyn Fn() -> Error + Send + Sync> {
        let message = format!("`{}` has no entity with the key {}", self.path, key);
        Box::new(move || not_found(message.clone()))
    }
}

impl Scope {
    fn inner(&self) -> &Arc<Inner> {
        match self {
            Self::Service { inner, .. } | Self::Transaction { inner, .. } => inner,
        }
    }

    async fn perform<O: Operation>(&self, operation: O) -> Result<O::Output, Error> {
        match self {
            Self::Service { inner, caller } => {
                inner.entities.perform(caller, operation).await.map_err(|error| Failure::from(error).error)
            }
            Self::Transaction { desk, .. } => desk.perform(operation).await,
        }
    }
}

impl<E: EntityValue> Repository<E> {
    pub(crate) fn of_service(inner: &Arc<Inner>, set: EntitySet<E>, caller: &Caller) -> Self {
        Self::of_set(Scope::Service { inner: Arc::clone(inner), caller: caller.clone() }, set)
    }

    fn of_set(scope: Scope, set: EntitySet<E>) -> Self {
        let place = if std::ptr::eq(scope.inner().entities.model.container(), set.container()) {
            Ok(Place {
                address: CollectionAddress::entity_set(set.name()),
                path: set.name().to_owned(),
                declared: set.entity_type(),
                polymorphic: set.descriptor().ty.polymorphic,
            })
        } else {
            Err(internal(format_args!("{set:?} is not an entity set of the service's model")))
        };
        Self { scope, place, version: None, marker: PhantomData }
    }

    /// The collection in a containment navigation property of the entity with this key. It is there if the entity is.
    pub fn contained<B: StructuredType, C: EntityValue, Depth>(
        &self,
        key: impl IntoKey,
        property: Property<B, Nav<Vec<C>>>,
    ) -> Repository<C>
    where
        E::Declared: IsA<B, Depth>,
    {
        let place = self.keyed(key).and_then(|(place, key)| {
            let path = format!("{}{}/{}", place.path, key, property.name());
            Place::contained(&place.entity(&key), path, property.descriptor())
        });
        Repository { scope: self.scope.clone(), place, version: None, marker: PhantomData }
    }

    /// The same collection, where [`update`](Self::update), [`patch`](Self::patch) and [`delete`](Self::delete) are refused with
    /// [`PRECONDITION_FAILED`](odata_core::ErrorCode::PRECONDITION_FAILED) unless the entity has this
    /// [version](Stored::version).
    #[must_use]
    pub fn if_match(&self, version: u64) -> Self {
        Self { version: Some(version), ..self.clone() }
    }

    /// Inserts an entity, and returns it as it is stored.
    ///
    /// # Errors
    ///
    /// The entity is not one that a request could insert, a hook refuses it, the collection has one with its key already, or
    /// the entity that contains the collection does not exist.
    pub async fn insert(&self, entity: E) -> Result<Stored<E>, Error> {
        let place = self.place.clone()?;
        let model = &self.scope.inner().entities.model;
        check::insert(place.declared, place.polymorphic, entity.as_structured(), model)?;
        let mut entity = entity.as_structured().clone_structured();
        generate_blank_key(&mut *entity)?;
        Stored::read(&self.scope.perform(Insert { collection: place.address, entity }).await?.stored)
    }

    /// Returns the entity with this key; nothing if there is none.
    ///
    /// # Errors
    ///
    /// The key is no value of its type, or the store fails.
    pub async fn get(&self, key: impl IntoKey) -> Result<Option<Stored<E>>, Error> {
        let (place, key) = self.keyed(key)?;
        let at = place.entity(&key);
        let stored = match &self.scope {
            Scope::Service { inner, caller } => {
                inner.entities.store.get(caller.partition(), &at).await.map_err(|error| Failure::from(error).error)?
            }
            Scope::Transaction { desk, .. } => desk.perform(Get(at)).await?,
        };
        stored.as_ref().map(Stored::read).transpose()
    }

    /// Returns a page of the collection, in the order of the store.
    ///
    /// # Errors
    ///
    /// The entity that contains the collection does not exist, the position is none of this collection, or the store does not
    /// count.
    pub async fn list(&self, paging: Paging) -> Result<Page<E>, Error> {
        let place = self.place.clone()?;
        let inner = self.scope.inner();
        if paging.count && !inner.entities.store.capabilities().count() {
            return Err(not_supported("the option of this store", "count"));
        }
        let mut query = Query::new(place.address).with_limit(paging.limit.unwrap_or(u64::MAX).min(inner.page_size));
        query.after = paging.after;
        query.count = paging.count;
        let answer = match &self.scope {
            Scope::Service { inner, caller } => {
                let answer = inner.entities.store.query(caller.partition().clone(), Arc::new(query)).await;
                answer.map_err(|error| Failure::from(error).error)?
            }
            Scope::Transaction { desk, .. } => desk.perform(List(query)).await?,
        };
        Page::read(answer)
    }

    /// Changes the entity with this key, and returns it as it is stored. If the closure changes nothing, nothing is written.
    ///
    /// The closure returns nothing, or a `Result` to refuse. It runs inside the transaction, where it should be quick, and may
    /// run again on another state.
    ///
    /// # Errors
    ///
    /// There is no such entity, it has another version than [`if_match`](Self::if_match) says, the closure or a hook refuses,
    /// or the new state is not one that a request could make of the old one.
    pub async fn update<V: Verdict>(
        &self,
        key: impl IntoKey,
        change: impl Fn(&mut E) -> V + Send + Sync + 'static,
    ) -> Result<Stored<E>, Error> {
        let (place, key) = self.keyed(key)?;
        let model = Arc::clone(&self.scope.inner().entities.model);
        let alter = move |entity: &mut dyn Structured| {
            let old = entity.clone_structured();
            let mut new = E::blank_of(old.descriptor());
            if !new.as_structured().descriptor().is(old.descriptor()) {
                return Err(internal(format_args!("a stored {} is not of the set's type", old.descriptor().name)));
            }
            new.as_structured_mut().swap(entity);
            change(&mut new).verdict()?;
            check::update(&*old, new.as_structured(), &model)?;
            let has_changed = !old.same_value(new.as_structured());
            new.as_structured_mut().swap(entity);
            Ok(has_changed)
        };
        self.alter(&place, &key, Box::new(alter)).await
    }

    /// Applies changes to the entity with this key, as PATCH does, and returns it as it is stored. Without changes nothing is
    /// written.
    ///
    /// # Errors
    ///
    /// There is no such entity, it has another version than [`if_match`](Self::if_match) says, the changes do not fit it, or a
    /// hook refuses.
    pub async fn patch<D: EntityValue, Depth>(&self, key: impl IntoKey, delta: Delta<D>) -> Result<Stored<E>, Error>
    where
        D::Declared: IsA<E::Declared, Depth>,
    {
        let (place, key) = self.keyed(key)?;
        let delta = delta.into_raw();
        let alter = move |entity: &mut dyn Structured| {
            delta.clone().apply_to(entity)?;
            Ok(!delta.is_empty())
        };
        self.alter(&place, &key, Box::new(alter)).await
    }

    /// Deletes the entity with this key, with everything that it contains.
    ///
    /// # Errors
    ///
    /// There is no such entity, it has another version than [`if_match`](Self::if_match) says, or a hook refuses to delete it or
    /// something that it contains.
    pub async fn delete(&self, key: impl IntoKey) -> Result<(), Error> {
        let (place, key) = self.keyed(key)?;
        let (at, declared, missing) = (place.entity(&key), place.declared, place.missing(&key));
        self.scope.perform(Delete { at, declared, check: self.check(), missing }).await
    }

    async fn alter(&self, place: &Place, key: &Key, alter: Alter) -> Result<Stored<E>, Error> {
        let (at, declared, absent) = (place.entity(key), place.declared, Absent::Refuse(place.missing(key)));
        let update = Update { at, declared, check: self.check(), absent, alter };
        Stored::read(&self.scope.perform(update).await?.stored)
    }

    /// The condition on the version.
    fn check(&self) -> Check {
        let expected = self.version;
        Box::new(move |version| {
            if expected.is_none() || version == expected {
                return Ok(());
            }
            let message = "the entity does not have the expected version any more";
            Err(Error::new(odata_core::ErrorCode::PRECONDITION_FAILED, message))
        })
    }

    /// The collection and the key of an entity in it.
    fn keyed(&self, key: impl IntoKey) -> Result<(Place, Key), Error> {
        let place = self.place.clone()?;
        let key = key::key(place.declared, &key.into_values())?;
        Ok((place, key))
    }
}

impl Place {
    /// The collection in a containment navigation property of an entity.
    fn contained(owner: &EntityAddress, path: String, property: &PropertyDescriptor) -> Result<Self, Error> {
        let Some((declared, polymorphic)) = crate::route::contained_type(property) else {
            return Err(not_supported("a repository of the navigation property", property.name));
        };
        Ok(Self { address: CollectionAddress::contained(owner, property.name), path, declared, polymorphic })
    }
}

/// What a closure that changes an entity returns: nothing, or a `Result`, whose error refuses the change.
pub trait Verdict {
    /// Returns why the change is refused, if it is.
    #[doc(hidden)]
    fn verdict(self) -> Result<(), Error>;
}

impl Verdict for () {
    fn verdict(self) -> Result<(), Error> {
        Ok(())
    }
}

impl Verdict for Result<(), Error> {
    fn verdict(self) -> Result<(), Error> {
        self
    }
}

/// Reads an entity in a transaction.
struct Get(EntityAddress);

impl Operation for Get {
    type Output = Option<StoredEntity>;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Self::Output> {
        Box::pin(unit.get(&self.0))
    }
}

/// Reads a page in a transaction.
struct List(Query);

impl Operation for List {
    type Output = Answer;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Answer> {
        Box::pin(unit.query(&self.0))
    }
}

impl<E> Clone for Repository<E> {
    fn clone(&self) -> Self {
        Self { scope: self.scope.clone(), place: self.place.clone(), version: self.version, marker: PhantomData }
    }
}

impl<E> std::fmt::Debug for Repository<E> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.place.as_ref().map_or("", |place| &place.path);
        formatter.debug_struct("Repository").field("path", &path).finish_non_exhaustive()
    }
}
