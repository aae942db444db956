//! What the writes have in common. All of it runs inside the writer's transaction or before it.

use std::sync::Arc;

use bytes::Bytes;
use odata_core::{
    Error, Model, RawDelta, Structured,
    codec::{ReadOptions, read_structured},
    edm::{EdmType, PrimitiveType, TypeDescriptor},
    slot::Input,
    uri::Key,
};
use uuid::Uuid;

use crate::{
    Partition, WriteKind,
    failure::{internal, not_supported},
    hooks::Hooks,
    migration::stored_json,
    store::{EntityAddress, StoreError, StoredEntity, Transaction},
};

/// The new state of an entity.
pub(super) struct NewState {
    type_name: &'static str,
    json: String,
}

impl NewState {
    pub(super) fn of(entity: &dyn Structured, model: &Model) -> Result<Self, Error> {
        Ok(Self { type_name: entity.descriptor().name, json: stored_json(entity, model).map_err(internal)? })
    }

    /// The new state of an entity whose key must still be this one.
    pub(super) fn of_same_key(entity: &dyn Structured, key: &Key, model: &Model) -> Result<Self, Error> {
        if Key::of(entity) != *key {
            return Err(internal("a hook has changed the key of an entity that is stored"));
        }
        Self::of(entity, model)
    }

    pub(super) async fn put(
        self,
        transaction: &mut dyn Transaction,
        address: &EntityAddress,
    ) -> Result<StoredEntity, StoreError> {
        transaction.put(address, self.type_name, self.json).await
    }
}

/// A PATCH body with what it takes to apply it to an entity.
pub(super) struct Patch {
    pub(super) declared: &'static TypeDescriptor,
    pub(super) body: Bytes,
    pub(super) options: ReadOptions,
    pub(super) hooks: Arc<Hooks>,
    pub(super) model: Arc<Model>,
    pub(super) partition: Partition,
}

impl Patch {
    /// Applies the body to what is stored. A body without changes is no write: version and time stay.
    pub(super) fn apply(&self, stored: &StoredEntity) -> Result<Option<NewState>, Error> {
        let mut entity = read_stored(self.declared, stored)?;
        let delta = RawDelta::read(&*entity, &self.body, &self.options)?;
        if delta.is_empty() {
            return Ok(None);
        }
        let key = Key::of(&*entity);
        delta.apply_to(&mut *entity)?;
        self.hooks.run(&mut *entity, WriteKind::Update, &self.partition)?;
        NewState::of_same_key(&*entity, &key, &self.model).map(Some)
    }
}

/// The entity that is stored.
pub(crate) fn read_stored(
    declared: &'static TypeDescriptor,
    stored: &StoredEntity,
) -> Result<Box<dyn Structured>, Error> {
    read_structured(declared, true, stored.json.as_bytes(), &ReadOptions::stored())
        .map_err(|error| internal(format_args!("a stored {} cannot be read: {error}", stored.type_name)))
}

/// Gives the computed key properties of a new entity a value that no other entity has.
pub(super) fn generate_key(entity: &mut dyn Structured) -> Result<(), Error> {
    set_computed_key(entity, Uuid::new_v4)
}

/// Gives the computed key properties of an entity a value.
pub(super) fn set_computed_key(entity: &mut dyn Structured, value: impl Fn() -> Uuid) -> Result<(), Error> {
    for (index, property) in entity.descriptor().key().filter(|(_, property)| property.flags.is_computed()) {
        let unsupported = || not_supported("making values for the key property", property.name);
        let EdmType::Primitive(PrimitiveType::String | PrimitiveType::Guid) = property.ty.edm else {
            return Err(unsupported());
        };
        // Both types take the text, which is in lower case.
        let text = value().hyphenated().to_string();
        entity.slot_mut(index).put(Input::Text(&text)).map_err(|_| unsupported())?;
    }
    Ok(())
}
