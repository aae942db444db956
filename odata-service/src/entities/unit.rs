//! The writes of one transaction, with the hooks inside it.

use odata_core::{Error, Structured, edm::TypeDescriptor};

use super::{Entities, cascade, read_stored};
use crate::{
    failure::internal,
    hooks::{Circumstances, States},
    migration::stored_json,
    store::{Answer, EntityAddress, Query, StoreError, StoredEntity, Transaction},
};

/// A transaction, and what was written in it.
pub(crate) struct Unit<'t> {
    transaction: &'t mut dyn Transaction,
    entities: &'t Entities,
    circumstances: &'t Circumstances,
    /// Whether this only finds out what would be written. The hooks inside the transaction do not run then.
    is_rehearsal: bool,
    /// The changes for which there are hooks outside the transaction.
    changes: Vec<States>,
}

impl<'t> Unit<'t> {
    pub(super) fn new(
        transaction: &'t mut dyn Transaction,
        entities: &'t Entities,
        circumstances: &'t Circumstances,
        is_rehearsal: bool,
    ) -> Self {
        Self { transaction, entities, circumstances, is_rehearsal, changes: Vec::new() }
    }

    pub(super) fn into_changes(self) -> Vec<States> {
        self.changes
    }

    pub(crate) async fn get(&mut self, at: &EntityAddress) -> Result<Option<StoredEntity>, StoreError> {
        self.transaction.get(at).await
    }

    pub(crate) async fn query(&mut self, query: &Query) -> Result<Answer, StoreError> {
        self.transaction.query(query).await
    }

    /// Returns whether any hook of this transaction is for entities of this type, so that the stored state is needed.
    pub(super) fn has_hooks_for(&self, ty: &TypeDescriptor) -> bool {
        self.is_watched(ty) || (!self.is_rehearsal && self.entities.hooks.has_before_hooks_for(ty))
    }

    /// Returns whether there are hooks outside the transaction for entities of this type.
    fn is_watched(&self, ty: &TypeDescriptor) -> bool {
        let hooks = &self.entities.hooks;
        if self.is_rehearsal { hooks.has_prepare_hooks_for(ty) } else { hooks.has_after_hooks_for(ty) }
    }

    /// Runs the hooks before a write.
    pub(super) fn before(&self, old: Option<&dyn Structured>, new: Option<&mut dyn Structured>) -> Result<(), Error> {
        if self.is_rehearsal { Ok(()) } else { self.entities.hooks.before(old, new, self.circumstances) }
    }

    /// Stores the new state of an entity.
    pub(super) async fn put(
        &mut self,
        at: &EntityAddress,
        old: Option<Box<dyn Structured>>,
        new: Box<dyn Structured>,
    ) -> Result<StoredEntity, StoreError> {
        let json = stored_json(&*new, &self.entities.model).map_err(internal)?;
        let stored = self.transaction.put(at, new.descriptor().name, json).await?;
        if self.is_watched(new.descriptor()) {
            self.changes.push(States { old, new: Some(new) });
        }
        Ok(stored)
    }

    /// Deletes an entity that is stored, with everything that it contains.
    pub(super) async fn delete(
        &mut self,
        at: &EntityAddress,
        declared: &'static TypeDescriptor,
        stored: &StoredEntity,
    ) -> Result<(), StoreError> {
        let reach = if self.is_rehearsal { &self.entities.reach.prepare } else { &self.entities.reach.inside };
        if reach.has(declared) {
            cascade::delete(self, at, read_stored(declared, stored)?, reach).await?;
        }
        self.transaction.delete(at).await?;
        Ok(())
    }

    /// Runs the hooks before the delete of an entity, and records the change.
    pub(super) fn before_delete(&mut self, old: Box<dyn Structured>) -> Result<(), Error> {
        self.before(Some(&*old), None)?;
        if self.is_watched(old.descriptor()) {
            self.changes.push(States { old: Some(old), new: None });
        }
        Ok(())
    }
}
