//! PUT and PATCH of a singleton: the first makes it, later ones change it (OData Protocol 4.01 §11.4.4).

use http::Method;
use odata_core::{
    Error, ErrorCode, Structured,
    codec::{Control, ODataVersion, ReadOptions, read_structured},
};
use uuid::Uuid;

use super::{
    Execution, Outcome, Place, State,
    change::{self, Patch},
};
use crate::{
    Partition, WriteKind,
    failure::{Failure, internal},
    key::Key,
    route::Singleton,
    store::{Decision, StoredEntity, Written},
};

/// The namespace (RFC 9562 §5.5) below which each partition has one, in which the names of singletons become their keys.
/// Changing it would give every singleton another key.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0b_3c52_8d1e_4a5f_9d7a_2b1c_58e4_c0a3);

/// The computed key of a singleton: the same for each request of the partition, and another one in each partition.
fn singleton_key(partition: &Partition, name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::new_v5(&NAMESPACE, partition.as_str().as_bytes()), name.as_bytes())
}

impl Execution<'_> {
    pub(super) async fn write_singleton(self, method: &Method, singleton: Singleton) -> Result<Outcome, Failure> {
        let write = SingletonWrite {
            replace: *method == Method::PUT,
            insert_options: self.reading(ReadOptions::insert()),
            patch: self.patch(singleton.declared),
            singleton: singleton.clone(),
        };
        let conditions = self.negotiated.conditions.clone();
        let decide = move |stored: Option<&StoredEntity>| {
            // With `If-Match` nothing is made: the condition fails where nothing is stored.
            conditions.check_write(stored.map(|stored| stored.version))?;
            Ok(match stored {
                None => write.insert()?,
                Some(stored) if write.replace => write.replace(stored)?,
                Some(stored) => write.patch.apply(stored)?,
            })
        };
        let written = self.store.write(self.partition, singleton.address.clone(), Box::new(decide)).await?;
        let place = Place::Singleton(singleton);
        match written {
            Written::Inserted(stored) => Ok(Outcome::Entity { state: State::Created, place, stored }),
            Written::Updated(stored) | Written::Kept(Some(stored)) => {
                Ok(Outcome::Entity { state: State::Updated, place, stored })
            }
            other => Err(internal(format_args!("the write of a singleton has come to {other:?}")).into()),
        }
    }
}

/// What a write of a singleton may turn out to be.
struct SingletonWrite {
    replace: bool,
    insert_options: ReadOptions,
    patch: Patch,
    singleton: Singleton,
}

impl SingletonWrite {
    fn insert(&self) -> Result<Decision, Error> {
        let mut entity = self.read_body()?;
        let partition = &self.patch.partition;
        change::set_computed_key(&mut *entity, || singleton_key(partition, self.singleton.name))?;
        self.patch.hooks.run(&mut *entity, WriteKind::Insert, partition)?;
        change::put(&*entity, &self.patch.model)
    }

    /// What cannot be updated keeps its value; everything else is what the body says, or its default value (OData
    /// Protocol 4.01 §11.4.3).
    fn replace(&self, stored: &StoredEntity) -> Result<Decision, Error> {
        let mut old = change::read_stored(self.singleton.declared, stored)?;
        let mut new = self.read_body()?;
        if !new.descriptor().is(old.descriptor()) {
            let message = format!("the type of the singleton is `{}` and cannot change", old.descriptor().name);
            return Err(
                Error::new(ErrorCode::TYPE_MISMATCH, message).with_target(Control::Type.name(ODataVersion::V4_0))
            );
        }
        let key = Key::of_entity(&*old);
        for (index, _) in new.descriptor().properties().filter(|(_, property)| !property.is_updatable()) {
            new.slot_mut(index).swap(old.slot_mut(index));
        }
        self.patch.hooks.run(&mut *new, WriteKind::Update, &self.patch.partition)?;
        change::put_same_key(&*new, &key, &self.patch.model)
    }

    fn read_body(&self) -> Result<Box<dyn Structured>, Error> {
        let Singleton { declared, polymorphic, .. } = self.singleton;
        read_structured(declared, polymorphic, &self.patch.body, &self.insert_options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_singletons_stay_the_same_and_differ_between_partitions() {
        let key = |partition: &str, name: &str| singleton_key(&Partition::new(partition), name).to_string();
        assert_eq!(key("tenant", "office"), key("tenant", "office"));
        // Written down: this value is in databases.
        assert_eq!(key("tenant", "office"), "2201c9fc-0d7f-5808-a9a6-bfe904476126");
        assert_ne!(key("tenant", "office"), key("other", "office"));
        assert_ne!(key("tenant", "office"), key("tenant", "other"));
        assert_ne!(key("a", "bc"), key("ab", "c"));
    }
}
