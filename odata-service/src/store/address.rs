//! Where an entity is inside its partition.

use std::sync::Arc;

use odata_core::uri::percent;

/// The address of a collection, which is cheap to clone: an entity set, or the collection that an entity or a singleton contains.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CollectionAddress {
    path: Arc<str>,
    owner: Option<Arc<EntityAddress>>,
}

impl CollectionAddress {
    /// An entity set.
    pub fn entity_set(name: &str) -> Self {
        Self { path: name.into(), owner: None }
    }

    /// The collection in the containment navigation property `property` of an entity.
    ///
    /// It exists as long as the entity does. Below a singleton it always exists, because the singleton's own properties
    /// may not have been written yet.
    pub fn contained(owner: &EntityAddress, property: &str) -> Self {
        let mut path = owner.contained_prefix();
        path.push_str(property);
        let owner = (!owner.is_singleton()).then(|| Arc::new(owner.clone()));
        Self { path: path.into(), owner }
    }

    /// A collection by the path that is stored with its entities, to delete one of them: who owns it is not known.
    #[cfg(feature = "sqlite")]
    pub(super) fn stored(path: String) -> Self {
        Self { path: path.into(), owner: None }
    }

    /// Names and percent-encoded keys from the service root on, such as `orders/5/items`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The entity without which the collection does not exist.
    pub fn owner(&self) -> Option<&EntityAddress> {
        self.owner.as_deref()
    }
}

/// The address of an entity or a singleton, which is cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntityAddress {
    collection: CollectionAddress,
    key: Arc<str>,
}

impl EntityAddress {
    /// The entity with this key in its canonical form.
    pub fn new(collection: CollectionAddress, key: impl Into<Arc<str>>) -> Self {
        Self { collection, key: key.into() }
    }

    /// A singleton: its collection has no name, and its name is its key.
    pub fn singleton(name: &str) -> Self {
        Self { collection: CollectionAddress { path: Arc::default(), owner: None }, key: name.into() }
    }

    /// The collection that the entity is in.
    pub fn collection(&self) -> &CollectionAddress {
        &self.collection
    }

    /// The key in its canonical form.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether this is a singleton.
    pub fn is_singleton(&self) -> bool {
        self.collection.path.is_empty()
    }

    /// What the paths of all collections begin with that the entity contains, over any number of levels.
    pub fn contained_prefix(&self) -> String {
        // With place for the name of a property.
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
