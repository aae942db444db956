//! DELETE of an entity, with everything that it contains (OData Protocol 4.01 §11.4.5).

use super::{Execution, Outcome, read::no_entity};
use crate::{
    failure::Failure,
    route::Entity,
    store::{Decision, StoredEntity},
};

impl Execution<'_> {
    pub(super) async fn delete(self, entity: Entity) -> Result<Outcome, Failure> {
        let conditions = self.negotiated.conditions.clone();
        let address = entity.address.clone();
        let decide = move |stored: Option<&StoredEntity>| {
            let stored = stored.ok_or_else(|| no_entity(&entity))?;
            conditions.check_write(Some(stored.version))?;
            Ok(Decision::Delete)
        };
        self.store.write(self.partition, address, Box::new(decide)).await?;
        Ok(Outcome::NoContent)
    }
}
