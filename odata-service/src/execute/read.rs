//! GET of `$metadata` (OData Protocol 4.01 §11.1.2), of an entity or of a singleton (§11.2.2).

use odata_core::Error;

use super::{Execution, Outcome, Resource, State};
use crate::{
    failure::{Failure, not_found},
    metadata::Form,
    request::{Format, Tag, Validation},
    route::{Entity, Singleton},
    store::StoredEntity,
};

impl Execution<'_> {
    pub(super) fn read_metadata(&self) -> Result<Outcome, Failure> {
        let form = if self.options.format == Format::CsdlJson { Form::Json } else { Form::Xml };
        let document = self.metadata.get(&self.entities.model, form, self.options.version).clone();
        let validation = self.options.conditions.check_read(Some(Tag::Opaque(document.tag())))?;
        Ok(Outcome::Metadata { document, validation })
    }

    pub(super) async fn read(self, entity: Entity) -> Result<Outcome, Failure> {
        let stored = self.entities.store.get(self.caller.partition(), &entity.address).await?;
        let stored = stored.ok_or_else(|| no_entity(&entity))?;
        self.found(Resource::Entity(entity), stored)
    }

    /// A nullable singleton that was never written is null: 204 (OData Protocol 4.01 §11.2.2). One that is not nullable
    /// cannot be null; until it is written it does not exist: 404.
    pub(super) async fn read_singleton(self, singleton: Singleton) -> Result<Outcome, Failure> {
        match self.entities.store.get(self.caller.partition(), &singleton.address).await? {
            Some(stored) => self.found(Resource::Singleton(singleton), stored),
            None if singleton.nullable => Ok(Outcome::NoContent),
            None => Err(not_found(format!("the singleton `{}` was not written yet", singleton.name)).into()),
        }
    }

    fn found(&self, resource: Resource, stored: StoredEntity) -> Result<Outcome, Failure> {
        Ok(match self.options.conditions.check_read(Some(Tag::Version(stored.version)))? {
            Validation::NotModified => Outcome::NotModified { version: stored.version },
            Validation::Modified => Outcome::Entity { state: State::Found, resource, stored },
        })
    }
}

pub(super) fn no_entity(entity: &Entity) -> Error {
    let Entity { collection, key, .. } = entity;
    not_found(format!("`{}` has no entity with the key {key}", collection.context))
}
