//! PATCH of an entity (OData Protocol 4.01 §11.4.3).

use odata_core::{RawDelta, Structured, codec::ReadOptions};

use super::{Execution, Outcome, Resource, State, read::no_entity};
use crate::{
    entities::{Absent, Alter, Check, Update},
    failure::Failure,
    route::Entity,
};

impl Execution<'_> {
    /// An entity that does not exist is not created: 404. Upsert (OData Protocol 4.01 §11.4.4) is for singletons only.
    pub(super) async fn update(self, entity: Entity) -> Result<Outcome, Failure> {
        let missing = entity.clone();
        let update = Update {
            at: entity.address.clone(),
            declared: entity.collection.declared,
            check: self.check(),
            absent: Absent::Refuse(Box::new(move || no_entity(&missing))),
            alter: self.patch(),
        };
        let stored = self.entities.perform(&self.caller, update).await?.stored;
        Ok(Outcome::Entity { state: State::Updated, resource: Resource::Entity(entity), stored })
    }

    /// Returns the change that applies the body as a PATCH.
    pub(super) fn patch(&self) -> Alter {
        let (body, options) = (self.body.clone(), self.reading(ReadOptions::update()));
        Box::new(move |entity: &mut dyn Structured| {
            let delta = RawDelta::read(entity, &body, &options)?;
            let has_changes = !delta.is_empty();
            delta.apply_to(entity)?;
            Ok(has_changes)
        })
    }

    /// Returns the check of the conditions of the request.
    pub(super) fn check(&self) -> Check {
        let conditions = self.options.conditions.clone();
        Box::new(move |version| conditions.check_write(version))
    }
}
