//! POST to a collection (OData Protocol 4.01 §11.4.2).

use odata_core::codec::{ReadOptions, read_structured};

use super::{Execution, Outcome, Resource, State};
use crate::{
    entities::{Insert, generate_key},
    failure::Failure,
    route::Collection,
};

impl Execution<'_> {
    pub(super) async fn create(self, collection: Collection) -> Result<Outcome, Failure> {
        let options = self.reading(ReadOptions::insert());
        let mut entity = read_structured(collection.declared, collection.polymorphic, &self.body, &options)?;
        generate_key(&mut *entity)?;
        let insert = Insert { collection: collection.address.clone(), entity };
        let inserted = self.entities.perform(&self.caller, insert).await?;
        let resource = Resource::Entity(collection.entity(inserted.key));
        Ok(Outcome::Entity { state: State::Created, resource, stored: inserted.stored })
    }
}
