//! Addresses of collections and entities inside their partition.

use std::sync::Arc;

use odata_core::uri::percent;

/// The address of a collection: an entity set, or the collection that an entity or a singleton contains. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CollectionAddress {
    path: Arc<str>,
    owner: Option<Arc<EntityAddress>>,
}

impl CollectionAddress {
    /// Returns the address of an entity set.
    pub fn entity_set(name: &str) -> Self {
        Self { path: name.into(), owner: None }
    }

    /// Returns the address of the collection in the containment navigation property `property` of an entity.
    ///
    /// It exists as long as the entity does. Below a singleton it always exists, because the singleton's own properties
    /// may not have been written yet.
    pub fn contained(owner: &EntityAddress, property: &str) -> Self {
        let mut path = owner.contained_prefix();
        path.push_str(property);
        let owner = (!owner.is_singleton()).then(|| Arc::new(owner.clone()));
        Self { path: path.into(), owner }
    }

    /// Returns the address of a collection by the path that is stored with its entities, to delete one of them: its owner is
    /// not known.
    #[cfg(feature = "sqlite")]
    pub(super) fn stored(path: String) -> Self {
        Self { path: path.into(), owner: None }
    }

    /// Returns the path of the collection: names and percent-encoded keys from the service root on, such as `orders/5/items`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the entity that must exist for the collection to exist.
    pub fn owner(&self) -> Option<&EntityAddress> {
        self.owner.as_deref()
    }
}

/// The address of an entity or a singleton. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntityAddress {
    collection: CollectionAddress,
    key: Arc<str>,
}

impl EntityAddress {
    /// Returns the address of the entity with this key, which is in its canonical form.
    pub fn new(collection: CollectionAddress, key: impl Into<Arc<str>>) -> Self {
        Self { collection, key: key.into() }
    }

    /// Returns the address of a singleton: its collection has no name, and its name is its key.
    pub fn singleton(name: &str) -> Self {
        Self { collection: CollectionAddress { path: Arc::default(), owner: None }, key: name.into() }
    }

    /// Returns the collection that the entity is in.
    pub fn collection(&self) -> &CollectionAddress {
        &self.collection
    }

    /// Returns the key in its canonical form.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns whether this is a singleton.
    pub fn is_singleton(&self) -> bool {
        self.collection.path.is_empty()
    }

    /// Returns the common prefix of the paths of all collections that the entity contains, over any number of levels.
    pub fn contained_prefix(&self) -> String {
        // With room for the name of a property.
        let mut prefix = String::with_capacity(self.collection.path.len() + self.key.len() + 32);
        prefix.push_str(&self.collection.path);
        if !prefix.is_empty() {
            prefix.push('/');
        }
        // Above all the slash is encoded.
        prefix.push_str(&percent::encode(&self.key));
        prefix.push('/');
        prefix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_a_slash_is_one_segment() {
        let tricky = EntityAddress::new(CollectionAddress::entity_set("users"), "5/orders");
        assert_eq!(tricky.contained_prefix(), "users/5%2Forders/");
        let plain = EntityAddress::new(CollectionAddress::entity_set("users"), "5");
        assert_ne!(
            CollectionAddress::contained(&tricky, "x").path(),
            CollectionAddress::contained(&plain, "orders/x").path()
        );
    }

    #[test]
    fn a_collection_needs_its_owner_unless_that_is_a_singleton() {
        let user = EntityAddress::new(CollectionAddress::entity_set("users"), "5");
        let orders = CollectionAddress::contained(&user, "orders");
        assert_eq!((orders.path(), orders.owner()), ("users/5/orders", Some(&user)));
        let policies = CollectionAddress::contained(&EntityAddress::singleton("office"), "policies");
        assert_eq!((policies.path(), policies.owner()), ("office/policies", None));
    }
}
