//! PUT and PATCH of a singleton: the first creates it, later ones change it (OData Protocol 4.01 §11.4.4).

use bytes::Bytes;
use http::Method;
use odata_core::{
    Error, ErrorCode, Structured,
    codec::{Control, ODataVersion, ReadOptions, read_structured},
};

use super::{Execution, Outcome, Resource, State};
use crate::{
    entities::{Absent, Entities, Update, set_singleton_key},
    failure::Failure,
    route::Singleton,
};

impl Execution<'_> {
    pub(super) async fn write_singleton(self, method: &Method, singleton: Singleton) -> Result<Outcome, Failure> {
        let body = || WholeBody {
            singleton: singleton.clone(),
            body: self.body.clone(),
            entities: self.entities.clone(),
            options: self.reading(ReadOptions::insert()),
        };
        let (made, name, partition) = (body(), singleton.name, self.caller.partition().clone());
        let update = Update {
            at: singleton.address.clone(),
            declared: singleton.declared,
            // With `If-Match` nothing is created: the condition fails if nothing is stored.
            check: self.check(),
            absent: Absent::Insert(Box::new(move || {
                let mut entity = made.read()?;
                set_singleton_key(&mut *entity, &partition, name)?;
                Ok(entity)
            })),
            alter: if *method == Method::PUT {
                let body = body();
                Box::new(move |entity: &mut dyn Structured| body.replace(entity))
            } else {
                self.patch()
            },
        };
        let updated = self.entities.perform(&self.caller, update).await?;
        let state = if updated.created { State::Created } else { State::Updated };
        Ok(Outcome::Entity { state, resource: Resource::Singleton(singleton), stored: updated.stored })
    }
}

/// The body of a PUT, which replaces the whole singleton.
struct WholeBody {
    singleton: Singleton,
    body: Bytes,
    entities: Entities,
    options: ReadOptions,
}

impl WholeBody {
    /// Replaces the values of all properties that can be updated by those of the body, or by their default values (OData
    /// Protocol 4.01 §11.4.3).
    fn replace(&self, entity: &mut dyn Structured) -> Result<bool, Error> {
        let mut new = self.read()?;
        if !new.descriptor().is(entity.descriptor()) {
            let message = format!("the type of the singleton is `{}` and cannot change", entity.descriptor().name);
            return Err(
                Error::new(ErrorCode::TYPE_MISMATCH, message).with_target(Control::Type.name(ODataVersion::V4_0))
            );
        }
        for part in entity.descriptor().nested_key() {
            if let (Some(kept), Some(slot)) = (part.get(entity), part.get_mut(&mut *new)) {
                slot.swap(&mut *kept.clone_slot());
            }
        }
        for index in 0..new.descriptor().len() {
            if self.entities.is_updatable(new.descriptor(), index) {
                entity.slot_mut(index).swap(new.slot_mut(index));
            }
        }
        if let (Some(old), Some(new)) = (entity.dynamic_mut(), new.dynamic_mut()) {
            std::mem::swap(old, new);
        }
        Ok(true)
    }

    fn read(&self) -> Result<Box<dyn Structured>, Error> {
        let Singleton { declared, polymorphic, .. } = self.singleton;
        read_structured(declared, polymorphic, &self.body, &self.options)
    }
}
