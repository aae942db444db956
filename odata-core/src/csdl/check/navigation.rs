//! Navigation properties.

use super::{super::Version, faults::Faults, index::Index, version::is_keyless};

/// V9: a collection of contained entities has a key. In OData 4.0, an entity type that is not abstract has one anyway.
pub(super) fn contained_collections(index: &Index<'_>, faults: &mut Faults) {
    for (id, property) in index.properties().filter(|(_, property)| property.ty.collection) {
        let Some(target) = index.target_type(property).filter(|target| is_keyless(index, *target)) else { continue };
        let is_contained = property.navigation.as_ref().is_some_and(|navigation| navigation.contains_target);
        if is_contained && (index.levels[target].ty.is_abstract || index.document.version > Version::V4_0) {
            let called = index.called(target);
            let message = format!("a collection of contained entities needs a key, and {called} has none");
            faults.add("V9, OData CSDL 4.01 §8.4", property.place, index.target(id, &property.name), message);
        }
    }
}
