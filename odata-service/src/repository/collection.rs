//! The repository of a collection.

use std::{marker::PhantomData, sync::Arc};

use odata_core::{Delta, EntitySet, EntityValue, Error, IsA, Nav, Property, StructuredType, uri::Key};

use super::{IntoKey, Page, Paging, Stored, Verdict, alter, check, collection_ref::CollectionRef, scope::Scope};
use crate::{
    Caller,
    entities::{Absent, Alter, Delete, Insert, Update, generate_blank_key},
    failure::{internal, not_supported},
    service::Inner,
    store::{CollectionAddress, Query},
};

/// A collection of entities of the Rust type `E`, as one caller sees it. Cheap to clone.
///
/// [`ODataService::repository`](crate::ODataService::repository) returns that of an entity set; the [module](super) has an
/// example.
pub struct Repository<E> {
    scope: Scope,
    /// The collection, or why it cannot be found, such as a key that is not a value of its type.
    collection: Result<CollectionRef, Error>,
    /// The version that an entity must have for a change of it.
    version: Option<u64>,
    marker: PhantomData<fn() -> E>,
}

impl<E: EntityValue> Repository<E> {
    pub(crate) fn of_service(inner: &Arc<Inner>, set: EntitySet<E>, caller: &Caller) -> Self {
        Self::of_set(Scope::Service { inner: Arc::clone(inner), caller: caller.clone() }, set)
    }

    pub(super) fn of_set(scope: Scope, set: EntitySet<E>) -> Self {
        let collection = if std::ptr::eq(scope.inner().entities.model.container(), set.container()) {
            Ok(CollectionRef {
                address: CollectionAddress::entity_set(set.name()),
                path: set.name().to_owned(),
                declared: set.entity_type(),
                polymorphic: set.descriptor().ty.polymorphic,
            })
        } else {
            Err(internal(format_args!("{set:?} is not an entity set of the service's model")))
        };
        Self::new(scope, collection)
    }

    pub(super) const fn new(scope: Scope, collection: Result<CollectionRef, Error>) -> Self {
        Self { scope, collection, version: None, marker: PhantomData }
    }

    /// Returns the collection in a containment navigation property of the entity with this key. It exists if the entity does.
    pub fn contained<B: StructuredType, C: EntityValue, Depth>(
        &self,
        key: impl IntoKey,
        property: Property<B, Nav<Vec<C>>>,
    ) -> Repository<C>
    where
        E::Declared: IsA<B, Depth>,
    {
        let collection = self.keyed(key).and_then(|(collection, key)| {
            let path = format!("{}{}", collection.path, key);
            CollectionRef::contained(&collection.entity(&key), &path, property.descriptor())
        });
        Repository::new(self.scope.clone(), collection)
    }

    /// Returns the same collection, but [`update`](Self::update), [`patch`](Self::patch) and [`delete`](Self::delete) are
    /// refused with [`PRECONDITION_FAILED`](odata_core::ErrorCode::PRECONDITION_FAILED) unless the entity has this
    /// [version](Stored::version).
    #[must_use]
    pub fn if_match(&self, version: u64) -> Self {
        Self { version: Some(version), ..self.clone() }
    }

    /// Inserts an entity, and returns it as stored.
    ///
    /// # Errors
    ///
    /// A request could not insert the entity, a hook refuses it, the collection has one with its key already, or
    /// the entity that contains the collection does not exist.
    pub async fn insert(&self, entity: E) -> Result<Stored<E>, Error> {
        let collection = self.collection.clone()?;
        let entities = &self.scope.inner().entities;
        check::insert(collection.declared, collection.polymorphic, entity.as_structured(), entities)?;
        let mut entity = entity.as_structured().clone_structured();
        generate_blank_key(&mut *entity)?;
        Stored::read(&self.scope.perform(Insert { collection: collection.address, entity }).await?.stored)
    }

    /// Returns the entity with this key; `None` if it does not exist.
    ///
    /// # Errors
    ///
    /// The key is not a value of its type, or the store fails.
    pub async fn get(&self, key: impl IntoKey) -> Result<Option<Stored<E>>, Error> {
        let (collection, key) = self.keyed(key)?;
        let stored = self.scope.get(collection.entity(&key)).await?;
        stored.as_ref().map(Stored::read).transpose()
    }

    /// Returns a page of the collection, in the order of the store.
    ///
    /// # Errors
    ///
    /// The entity that contains the collection does not exist, the position is not one of this collection, or a count was asked
    /// for and the store does not count.
    pub async fn list(&self, paging: Paging) -> Result<Page<E>, Error> {
        let collection = self.collection.clone()?;
        let inner = self.scope.inner();
        if paging.count && !inner.entities.store.capabilities().count() {
            return Err(not_supported("the option of this store", "count"));
        }
        let mut query =
            Query::new(collection.address).with_limit(paging.limit.unwrap_or(u64::MAX).min(inner.page_size));
        query.after = paging.after;
        query.count = paging.count;
        Page::read(self.scope.query(query).await?)
    }

    /// Changes the entity with this key, and returns it as stored. If the closure changes nothing, nothing is written.
    ///
    /// The closure returns `()`, or a `Result` to refuse the change. It runs inside the transaction, so it should be quick, and
    /// may run again on another state.
    ///
    /// # Errors
    ///
    /// The entity does not exist, it does not have the version of [`if_match`](Self::if_match), the closure or a hook refuses
    /// the change, or a request could not make the new state from the old one.
    pub async fn update<V: Verdict>(
        &self,
        key: impl IntoKey,
        change: impl Fn(&mut E) -> V + Send + Sync + 'static,
    ) -> Result<Stored<E>, Error> {
        let (collection, key) = self.keyed(key)?;
        let alter = alter::by_closure(&self.scope.inner().entities, change);
        self.alter(&collection, &key, alter).await
    }

    /// Applies changes to the entity with this key, as PATCH does, and returns it as stored. Without changes nothing is
    /// written.
    ///
    /// # Errors
    ///
    /// The entity does not exist, it does not have the version of [`if_match`](Self::if_match), the changes do not fit it, or a
    /// hook refuses them.
    pub async fn patch<D: EntityValue, Depth>(&self, key: impl IntoKey, delta: Delta<D>) -> Result<Stored<E>, Error>
    where
        D::Declared: IsA<E::Declared, Depth>,
    {
        let (collection, key) = self.keyed(key)?;
        self.alter(&collection, &key, alter::by_delta(delta)).await
    }

    /// Deletes the entity with this key, with everything that it contains.
    ///
    /// # Errors
    ///
    /// The entity does not exist, it does not have the version of [`if_match`](Self::if_match), or a hook refuses to delete it
    /// or something that it contains.
    pub async fn delete(&self, key: impl IntoKey) -> Result<(), Error> {
        let (collection, key) = self.keyed(key)?;
        let (at, declared, missing) = (collection.entity(&key), collection.declared, collection.missing(&key));
        self.scope.perform(Delete { at, declared, check: alter::has_version(self.version), missing }).await
    }

    async fn alter(&self, collection: &CollectionRef, key: &Key, alter: Alter) -> Result<Stored<E>, Error> {
        let (at, declared, absent) =
            (collection.entity(key), collection.declared, Absent::Refuse(collection.missing(key)));
        let update = Update { at, declared, check: alter::has_version(self.version), absent, alter };
        Stored::read(&self.scope.perform(update).await?.stored)
    }

    /// Returns the collection and the key of an entity in it.
    fn keyed(&self, key: impl IntoKey) -> Result<(CollectionRef, Key), Error> {
        let collection = self.collection.clone()?;
        let key = key.into_key(collection.declared)?;
        Ok((collection, key))
    }
}

impl<E> Clone for Repository<E> {
    fn clone(&self) -> Self {
        Self {
            scope: self.scope.clone(),
            collection: self.collection.clone(),
            version: self.version,
            marker: PhantomData,
        }
    }
}

impl<E> std::fmt::Debug for Repository<E> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.collection.as_ref().map_or("", |collection| &collection.path);
        formatter.debug_struct("Repository").field("path", &path).finish_non_exhaustive()
    }
}
