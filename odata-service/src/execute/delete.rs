//! DELETE of an entity, with everything that it contains (OData Protocol 4.01 §11.4.5).

use super::{Execution, Outcome, read::no_entity};
use crate::{failure::Failure, route::Entity, store::EntityStoreExt as _};

impl Execution<'_> {
    pub(super) async fn delete(self, entity: Entity) -> Result<Outcome, Failure> {
        let state = (entity, self.negotiated.conditions.clone());
        let done = self.store.transact_with(self.partition, state, |(entity, conditions), transaction| {
            Box::pin(async move {
                let stored = transaction.get(&entity.address).await?.ok_or_else(|| no_entity(entity))?;
                conditions.check_write(Some(stored.version))?;
                transaction.delete(&entity.address).await
            })
        });
        done.await?;
        Ok(Outcome::NoContent)
    }
}
