//! DELETE of an entity, with everything that it contains (OData Protocol 4.01 §11.4.5).

use super::{Execution, Outcome, read::no_entity};
use crate::{entities::Delete, failure::Failure, route::Entity};

impl Execution<'_> {
    pub(super) async fn delete(self, entity: Entity) -> Result<Outcome, Failure> {
        let delete = Delete {
            at: entity.address.clone(),
            declared: entity.collection.declared,
            check: self.check(),
            missing: Box::new(move || no_entity(&entity)),
        };
        self.entities.perform(&self.caller, delete).await?;
        Ok(Outcome::NoContent)
    }
}
