//! GET of an entity or a singleton (OData Protocol 4.01 §11.2.2).

use super::{Execution, Outcome, Place, State};
use crate::{
    failure::Failure,
    negotiate::Read,
    route::{Entity, Singleton},
    store::StoredEntity,
};

impl Execution<'_> {
    pub(super) async fn read(self, entity: Entity) -> Result<Outcome, Failure> {
        let stored = self.store.get(self.partition.clone(), entity.address.clone()).await?;
        let stored = stored.ok_or_else(|| Failure::no_entity(&entity))?;
        self.found(Place::of_entity(&entity), stored)
    }

    /// A nullable singleton that was never written is null: 204 (OData Protocol 4.01 §11.2.2). One that is not nullable
    /// cannot be null; until it is written it is not there: 404.
    pub(super) async fn read_singleton(self, singleton: Singleton) -> Result<Outcome, Failure> {
        match self.store.get(self.partition.clone(), singleton.address.clone()).await? {
            Some(stored) => self.found(Place::of_singleton(&singleton), stored),
            None if singleton.nullable => Ok(Outcome::NoContent),
            None => Err(Failure::not_found(format!("the singleton `{}` was not written yet", singleton.name))),
        }
    }

    fn found(&self, place: Place, stored: StoredEntity) -> Result<Outcome, Failure> {
        Ok(match self.negotiated.conditions.check_read(Some(stored.version))? {
            Read::NotModified => Outcome::NotModified { version: stored.version },
            Read::Full => Outcome::Entity { state: State::Found, place, stored },
        })
    }
}

impl Place {
    pub(super) fn of_entity(entity: &Entity) -> Self {
        Self {
            url: entity.url(),
            context: entity.collection.context.clone(),
            in_collection: true,
            declared: entity.collection.declared,
        }
    }

    pub(super) fn of_singleton(singleton: &Singleton) -> Self {
        Self {
            url: singleton.url(),
            context: singleton.name.to_owned(),
            in_collection: false,
            declared: singleton.declared,
        }
    }
}

impl Failure {
    pub(super) fn no_entity(entity: &Entity) -> Self {
        let key = entity.key.predicate();
        Self::not_found(format!("`{}` has no entity with the key {key}", entity.collection.context))
    }
}
