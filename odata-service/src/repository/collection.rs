//! A collection of entities.

use std::{marker::PhantomData, sync::Arc};

use odata_core::{Delta, EntitySet, EntityValue, Error, IsA, Nav, Property, StructuredType, uri::Key};

use super::{IntoKey, Page, Paging, Stored, Verdict, alter, check, place::Place, scope::Scope};
use crate::{
    Caller,
    entities::{Absent, Alter, Delete, Insert, Update, generate_blank_key},
    failure::{internal, not_supported},
    service::Inner,
    store::{CollectionAddress, Query},
};

/// A collection of entities of the Rust type `E`, as one caller sees it. Cheap to clone.
///
/// [`ODataService::repository`](crate::ODataService::repository) gives one for an entity set; the [module](super) has an example.
pub struct Repository<E> {
    scope: Scope,
    /// Which collection, or why it cannot be found: a key that is not a value of its type, say.
    place: Result<Place, Error>,
    /// The version that an entity must have to be changed.
    version: Option<u64>,
    marker: PhantomData<fn() -> E>,
}

impl<E: EntityValue> Repository<E> {
    pub(crate) fn of_service(inner: &Arc<Inner>, set: EntitySet<E>, caller: &Caller) -> Self {
        Self::of_set(Scope::Service { inner: Arc::clone(inner), caller: caller.clone() }, set)
    }

    pub(super) fn of_set(scope: Scope, set: EntitySet<E>) -> Self {
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
        Self::new(scope, place)
    }

    pub(super) const fn new(scope: Scope, place: Result<Place, Error>) -> Self {
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
            let path = format!("{}{}", place.path, key);
            Place::contained(&place.entity(&key), &path, property.descriptor())
        });
        Repository::new(self.scope.clone(), place)
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
        let stored = self.scope.get(place.entity(&key)).await?;
        stored.as_ref().map(Stored::read).transpose()
    }

    /// Returns a page of the collection, in the order of the store.
    ///
    /// # Errors
    ///
    /// The entity that contains the collection does not exist, the position is not one of this collection, or the store does not
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
        Page::read(self.scope.query(query).await?)
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
        let alter = alter::by_closure(&self.scope.inner().entities.model, change);
        self.alter(&place, &key, alter).await
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
        self.alter(&place, &key, alter::by_delta(delta)).await
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
        self.scope.perform(Delete { at, declared, check: alter::has_version(self.version), missing }).await
    }

    async fn alter(&self, place: &Place, key: &Key, alter: Alter) -> Result<Stored<E>, Error> {
        let (at, declared, absent) = (place.entity(key), place.declared, Absent::Refuse(place.missing(key)));
        let update = Update { at, declared, check: alter::has_version(self.version), absent, alter };
        Stored::read(&self.scope.perform(update).await?.stored)
    }

    /// The collection and the key of an entity in it.
    fn keyed(&self, key: impl IntoKey) -> Result<(Place, Key), Error> {
        let place = self.place.clone()?;
        let key = key.into_key(place.declared)?;
        Ok((place, key))
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
