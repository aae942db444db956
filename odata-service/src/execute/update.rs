//! PATCH of an entity (OData Protocol 4.01 §11.4.3).

use std::sync::Arc;

use odata_core::codec::ReadOptions;

use super::{Execution, Outcome, Place, State, change::Patch, read::no_entity};
use crate::{failure::Failure, route::Entity, store::EntityStoreExt as _};

impl Execution<'_> {
    /// An entity that does not exist is not made: 404. Upsert (OData Protocol 4.01 §11.4.4) is for singletons only.
    pub(super) async fn update(self, entity: Entity) -> Result<Outcome, Failure> {
        let patch = self.patch(entity.collection.declared);
        let state = (patch, self.negotiated.conditions.clone(), entity.clone());
        let done = self.store.transact_with(self.partition, state, |(patch, conditions, entity), transaction| {
            Box::pin(async move {
                let stored = transaction.get(&entity.address).await?.ok_or_else(|| no_entity(entity))?;
                conditions.check_write(Some(stored.version))?;
                match patch.apply(&stored)? {
                    Some(new) => new.put(transaction, &entity.address).await,
                    None => Ok(stored),
                }
            })
        });
        let stored = done.await?;
        Ok(Outcome::Entity { state: State::Updated, place: Place::Entity(entity), stored })
    }

    /// The body as a PATCH of entities of this declared type.
    pub(super) fn patch(&self, declared: &'static odata_core::edm::TypeDescriptor) -> Patch {
        Patch {
            declared,
            body: self.body.clone(),
            options: self.reading(ReadOptions::update()),
            hooks: Arc::clone(self.hooks),
            model: Arc::clone(self.model),
            partition: self.partition.clone(),
        }
    }
}
