//! PATCH of an entity (OData Protocol 4.01 §11.4.3).

use std::sync::Arc;

use odata_core::codec::ReadOptions;

use super::{Execution, Outcome, Place, State, change::Patch, read::no_entity};
use crate::{
    failure::{Failure, internal},
    route::Entity,
    store::{StoredEntity, Written},
};

impl Execution<'_> {
    /// An entity that does not exist is not made: 404. Upsert (OData Protocol 4.01 §11.4.4) is for singletons only.
    pub(super) async fn update(self, entity: Entity) -> Result<Outcome, Failure> {
        let patch = self.patch(entity.collection.declared);
        let conditions = self.negotiated.conditions.clone();
        let missing = entity.clone();
        let decide = move |stored: Option<&StoredEntity>| {
            let stored = stored.ok_or_else(|| no_entity(&missing))?;
            conditions.check_write(Some(stored.version))?;
            patch.apply(stored)
        };
        match self.store.write(self.partition, entity.address.clone(), Box::new(decide)).await? {
            Written::Updated(stored) | Written::Kept(Some(stored)) => {
                Ok(Outcome::Entity { state: State::Updated, place: Place::Entity(entity), stored })
            }
            other => Err(internal(format_args!("an update has come to {other:?}")).into()),
        }
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
