//! POST to a collection (OData Protocol 4.01 §11.4.2).

use std::sync::Arc;

use odata_core::{
    Error, ErrorCode, Model, Structured,
    codec::{ReadOptions, read_structured},
    uri::Key,
};

use super::{
    Execution, Outcome, Place, State,
    change::{self, NewState},
};
use crate::{
    Partition, WriteKind,
    failure::Failure,
    hooks::Hooks,
    route::{Collection, Entity},
    store::{EntityStoreExt as _, StoreError, StoredEntity, Transaction},
};

impl Execution<'_> {
    pub(super) async fn create(self, collection: Collection) -> Result<Outcome, Failure> {
        let options = self.reading(ReadOptions::insert());
        let mut entity = read_structured(collection.declared, collection.polymorphic, &self.body, &options)?;
        change::generate_key(&mut *entity)?;
        let insert = Insert {
            collection,
            entity,
            hooks: Arc::clone(self.hooks),
            model: Arc::clone(self.model),
            partition: self.partition.clone(),
        };
        let done =
            self.store.transact_with(self.partition, insert, |insert, transaction| Box::pin(insert.run(transaction)));
        let (entity, stored) = done.await?;
        Ok(Outcome::Entity { state: State::Created, place: Place::Entity(entity), stored })
    }
}

/// An entity to insert.
struct Insert {
    collection: Collection,
    entity: Box<dyn Structured>,
    hooks: Arc<Hooks>,
    model: Arc<Model>,
    partition: Partition,
}

impl Insert {
    async fn run(&self, transaction: &mut dyn Transaction) -> Result<(Entity, StoredEntity), StoreError> {
        let mut new = self.entity.clone_structured();
        self.hooks.run(&mut *new, WriteKind::Insert, &self.partition)?;
        // A hook may have made the key.
        let entity = self.collection.clone().entity(Key::of(&*new));
        if transaction.get(&entity.address).await?.is_some() {
            let message = format!("the collection has an entity with the key {} already", entity.key);
            return Err(Error::new(ErrorCode::ENTITY_EXISTS, message).into());
        }
        let stored = NewState::of(&*new, &self.model)?.put(transaction, &entity.address).await?;
        Ok((entity, stored))
    }
}
