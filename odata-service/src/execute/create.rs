//! POST to a collection (OData Protocol 4.01 §11.4.2).

use odata_core::{
    Error, ErrorCode,
    codec::{ReadOptions, read_structured},
    uri::Key,
};

use super::{Execution, Outcome, Place, State, change};
use crate::{
    WriteKind,
    failure::{Failure, internal},
    route::Collection,
    store::{Decision, StoredEntity, Written},
};

impl Execution<'_> {
    pub(super) async fn create(self, collection: Collection) -> Result<Outcome, Failure> {
        let options = self.reading(ReadOptions::insert());
        let mut entity = read_structured(collection.declared, collection.polymorphic, &self.body, &options)?;
        change::generate_key(&mut *entity)?;
        self.hooks.run(&mut *entity, WriteKind::Insert, &self.partition)?;
        let decision = change::put(&*entity, self.model)?;
        let entity = collection.entity(Key::of(&*entity));

        let decide = move |stored: Option<&StoredEntity>| match stored {
            Some(_) => Ok(Decision::Keep),
            None => Ok(decision.clone()),
        };
        match self.store.write(self.partition, entity.address.clone(), Box::new(decide)).await? {
            Written::Inserted(stored) => {
                Ok(Outcome::Entity { state: State::Created, place: Place::Entity(entity), stored })
            }
            Written::Kept(Some(_)) => {
                let message = format!("the collection has an entity with the key {} already", entity.key);
                Err(Error::new(ErrorCode::ENTITY_EXISTS, message).into())
            }
            other => Err(internal(format_args!("an insert has come to {other:?}")).into()),
        }
    }
}
