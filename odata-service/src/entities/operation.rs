//! Operations on one entity. They run inside a transaction, and may run again.

use odata_core::{Error, ErrorCode, Structured, edm::TypeDescriptor, uri::Key};

use super::Unit;
use crate::{
    failure::internal,
    store::{CollectionAddress, EntityAddress, StoreError, StoreFuture, StoredEntity},
};

/// An operation that runs in a transaction, and may run again from its beginning.
pub(crate) trait Operation: Send + Sync + 'static {
    /// The result of the operation.
    type Output: Send + 'static;

    /// Runs the operation.
    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Self::Output>;
}

/// Inserts an entity into a collection, which must not have one with its key.
pub(crate) struct Insert {
    pub(crate) collection: CollectionAddress,
    pub(crate) entity: Box<dyn Structured>,
}

/// The result of an insert. A hook may have set the key.
pub(crate) struct Inserted {
    pub(crate) key: Key,
    pub(crate) stored: StoredEntity,
}

impl Operation for Insert {
    type Output = Inserted;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Inserted> {
        Box::pin(async move {
            let mut new = self.entity.clone_structured();
            unit.before(None, Some(&mut *new))?;
            let key = Key::of(&*new);
            let at = EntityAddress::new(self.collection.clone(), &*key.canonical());
            if unit.get(&at).await?.is_some() {
                let message = format!("the collection has an entity with the key {key} already");
                return Err(Error::new(ErrorCode::ENTITY_EXISTS, message).into());
            }
            let stored = unit.put(&at, None, new).await?;
            Ok(Inserted { key, stored })
        })
    }
}

/// A check of the stored version; `None` if nothing is stored.
pub(crate) type Check = Box<dyn Fn(Option<u64>) -> Result<(), Error> + Send + Sync>;

/// A change of an entity. Returns whether it has changed anything.
pub(crate) type Alter = Box<dyn Fn(&mut dyn Structured) -> Result<bool, Error> + Send + Sync>;

/// What an update does if the entity is not stored.
pub(crate) enum Absent {
    /// It fails with this error.
    Refuse(Box<dyn Fn() -> Error + Send + Sync>),
    /// It inserts this entity, as for a singleton.
    Insert(Box<dyn Fn() -> Result<Box<dyn Structured>, Error> + Send + Sync>),
}

/// Changes the entity at an address.
pub(crate) struct Update {
    pub(crate) at: EntityAddress,
    pub(crate) declared: &'static TypeDescriptor,
    pub(crate) check: Check,
    pub(crate) absent: Absent,
    pub(crate) alter: Alter,
}

/// The result of an update.
pub(crate) struct Updated {
    pub(crate) stored: StoredEntity,
    /// Whether the entity was created.
    pub(crate) created: bool,
}

impl Operation for Update {
    type Output = Updated;

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, Updated> {
        Box::pin(async move {
            let stored = unit.get(&self.at).await?;
            let version = stored.as_ref().map(|stored| stored.version);
            let Some(stored) = stored else {
                return match &self.absent {
                    Absent::Refuse(missing) => Err(missing().into()),
                    Absent::Insert(make) => {
                        (self.check)(version)?;
                        let mut new = make()?;
                        unit.before(None, Some(&mut *new))?;
                        Ok(Updated { stored: unit.put(&self.at, None, new).await?, created: true })
                    }
                };
            };
            (self.check)(version)?;
            let mut new = super::read_stored(self.declared, &stored)?;
            let key = Key::of(&*new);
            let old = unit.has_hooks_for(new.descriptor()).then(|| new.clone_structured());
            // An update without changes is not a write: version and time stay.
            if !(self.alter)(&mut *new)? {
                return Ok(Updated { stored, created: false });
            }
            unit.before(old.as_deref(), Some(&mut *new))?;
            if Key::of(&*new) != key {
                return Err(internal("a hook has changed the key of an entity that is stored").into());
            }
            Ok(Updated { stored: unit.put(&self.at, old, new).await?, created: false })
        })
    }
}

/// Deletes the entity at an address, with everything that it contains.
pub(crate) struct Delete {
    pub(crate) at: EntityAddress,
    pub(crate) declared: &'static TypeDescriptor,
    pub(crate) check: Check,
    /// The error if nothing is stored.
    pub(crate) missing: Box<dyn Fn() -> Error + Send + Sync>,
}

impl Operation for Delete {
    type Output = ();

    fn run<'a>(&'a self, unit: &'a mut Unit<'_>) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let stored = unit.get(&self.at).await?.ok_or_else(|| StoreError::from((self.missing)()))?;
            (self.check)(Some(stored.version))?;
            unit.delete(&self.at, self.declared, &stored).await
        })
    }
}
