//! The repository of a singleton.

use odata_core::{Delta, EntityValue, Error, IsA, Nav, Property, Singleton, Structured, StructuredType};

use super::{Repository, Stored, Verdict, alter, check, collection_ref::CollectionRef, scope::Scope};
use crate::{
    Caller,
    entities::{Absent, Alter, Update, has_computed_key, set_singleton_key},
    failure::{internal, not_found},
    store::EntityAddress,
};

/// A singleton whose value has the Rust type `E`, as one caller sees it. Cheap to clone.
///
/// [`ODataService::singleton`](crate::ODataService::singleton) returns one, and has an example.
pub struct SingletonRepository<E> {
    scope: Scope,
    singleton: Singleton<E>,
    caller: Caller,
    /// The version that it must have for a change.
    version: Option<u64>,
}

impl<E: EntityValue> SingletonRepository<E> {
    pub(super) const fn new(scope: Scope, singleton: Singleton<E>, caller: Caller) -> Self {
        Self { scope, singleton, caller, version: None }
    }

    /// Returns the collection in a containment navigation property of the singleton, which exists even if the singleton was not
    /// written yet.
    pub fn contained<B: StructuredType, C: EntityValue, Depth>(
        &self,
        property: Property<B, Nav<Vec<C>>>,
    ) -> Repository<C>
    where
        E::Declared: IsA<B, Depth>,
    {
        let collection =
            self.address().and_then(|at| CollectionRef::contained(&at, self.singleton.name(), property.descriptor()));
        Repository::new(self.scope.clone(), collection)
    }

    /// Returns the same singleton, but writes are refused with
    /// [`PRECONDITION_FAILED`](odata_core::ErrorCode::PRECONDITION_FAILED) unless it has this [version](Stored::version).
    #[must_use]
    pub fn if_match(&self, version: u64) -> Self {
        Self { version: Some(version), ..self.clone() }
    }

    /// Returns the singleton; `None` if it was not written yet.
    ///
    /// # Errors
    ///
    /// The store fails.
    pub async fn get(&self) -> Result<Option<Stored<E>>, Error> {
        let stored = self.scope.get(self.address()?).await?;
        stored.as_ref().map(Stored::read).transpose()
    }

    /// Creates the singleton or replaces it, as PUT does, and returns it as stored. A blank computed key gets a value, and
    /// keeps it.
    ///
    /// # Errors
    ///
    /// A request could not write the value, the singleton does not have the version of [`if_match`](Self::if_match), or a hook
    /// refuses the write.
    pub async fn put(&self, value: E) -> Result<Stored<E>, Error> {
        let entities = self.scope.inner().entities.clone();
        let polymorphic = self.singleton.descriptor().ty.polymorphic;
        check::insert(self.singleton.entity_type(), polymorphic, value.as_structured(), &entities)?;
        let mut made = value.as_structured().clone_structured();
        let has_key = has_computed_key(&*made);
        if !has_key {
            set_singleton_key(&mut *made, self.caller.partition(), self.singleton.name())?;
        }
        let replace = move |entity: &mut dyn Structured| {
            let mut new = value.as_structured().clone_structured();
            let computed_key = entity.descriptor().key().filter(|part| part.property().flags.is_computed() && !has_key);
            if new.descriptor().is(entity.descriptor()) {
                for part in computed_key {
                    if let (Some(new), Some(kept)) = (part.get_mut(&mut *new), part.get(entity)) {
                        new.swap(&mut *kept.clone_slot());
                    }
                }
            }
            check::update(entity, &*new, &entities)?;
            let has_changed = !entity.same_value(&*new);
            entity.swap(&mut *new);
            Ok(has_changed)
        };
        self.write(Absent::Insert(Box::new(move || Ok(made.clone_structured()))), Box::new(replace)).await
    }

    /// Changes the singleton, and returns it as stored, as [`Repository::update`] does for an entity.
    ///
    /// # Errors
    ///
    /// It was not written yet, it does not have the version of [`if_match`](Self::if_match), the closure or a hook refuses the
    /// change, or a request could not make the new state from the old one.
    pub async fn update<V: Verdict>(
        &self,
        change: impl Fn(&mut E) -> V + Send + Sync + 'static,
    ) -> Result<Stored<E>, Error> {
        let alter = alter::by_closure(&self.scope.inner().entities, change);
        self.write(self.missing(), alter).await
    }

    /// Applies changes to the singleton, and returns it as stored, as [`Repository::patch`] does for an entity.
    ///
    /// # Errors
    ///
    /// It was not written yet, it does not have the version of [`if_match`](Self::if_match), the changes do not fit it, or a
    /// hook refuses them.
    pub async fn patch<D: EntityValue, Depth>(&self, delta: Delta<D>) -> Result<Stored<E>, Error>
    where
        D::Declared: IsA<E::Declared, Depth>,
    {
        self.write(self.missing(), alter::by_delta(delta)).await
    }

    async fn write(&self, absent: Absent, alter: Alter) -> Result<Stored<E>, Error> {
        let (at, declared) = (self.address()?, self.singleton.entity_type());
        let update = Update { at, declared, check: alter::has_version(self.version), absent, alter };
        Stored::read(&self.scope.perform(update).await?.stored)
    }

    /// Returns the address of the singleton.
    fn address(&self) -> Result<EntityAddress, Error> {
        if std::ptr::eq(self.scope.inner().entities.model.container(), self.singleton.container()) {
            Ok(EntityAddress::singleton(self.singleton.name()))
        } else {
            Err(internal(format_args!("{:?} is not a singleton of the service's model", self.singleton)))
        }
    }

    /// Returns the refusal of a change if the singleton was not written yet.
    fn missing(&self) -> Absent {
        let name = self.singleton.name();
        Absent::Refuse(Box::new(move || not_found(format!("the singleton `{name}` was not written yet"))))
    }
}

impl<E> Clone for SingletonRepository<E> {
    fn clone(&self) -> Self {
        Self {
            scope: self.scope.clone(),
            singleton: self.singleton,
            caller: self.caller.clone(),
            version: self.version,
        }
    }
}

impl<E> std::fmt::Debug for SingletonRepository<E> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SingletonRepository").field("name", &self.singleton.name()).finish_non_exhaustive()
    }
}
