//! References to the collections of repositories.

use odata_core::{
    Error,
    edm::{PropertyDescriptor, TypeDescriptor},
    uri::Key,
};

use crate::{
    failure::{not_found, not_supported},
    route::contained_type,
    store::{CollectionAddress, EntityAddress},
};

/// A reference to a collection.
#[derive(Clone)]
pub(super) struct CollectionRef {
    pub(super) address: CollectionAddress,
    /// The path with keys in parentheses, for messages.
    pub(super) path: String,
    pub(super) declared: &'static TypeDescriptor,
    pub(super) polymorphic: bool,
}

impl CollectionRef {
    /// Returns the address of the entity with this key.
    pub(super) fn entity(&self, key: &Key) -> EntityAddress {
        EntityAddress::new(self.address.clone(), &*key.canonical())
    }

    /// Returns the error for an entity that does not exist.
    pub(super) fn missing(&self, key: &Key) -> Box<dyn Fn() -> Error + Send + Sync> {
        let message = format!("`{}` has no entity with the key {}", self.path, key);
        Box::new(move || not_found(message.clone()))
    }

    /// Returns the collection in a containment navigation property of an entity.
    pub(super) fn contained(
        owner: &EntityAddress,
        owner_path: &str,
        property: &PropertyDescriptor,
    ) -> Result<Self, Error> {
        let Some((declared, polymorphic)) = contained_type(property) else {
            return Err(not_supported("a repository of the navigation property", property.name));
        };
        let path = format!("{owner_path}/{}", property.name);
        Ok(Self { address: CollectionAddress::contained(owner, property.name), path, declared, polymorphic })
    }
}
