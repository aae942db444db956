//! What OData 4.0 does not have (OData CSDL 4.01 §17).

use super::{
    super::{StructuredKind, Version},
    faults::Faults,
    index::{Found, Index},
    lints::is_silent,
};

/// Returns whether a type is an entity type without a key, as far as is known.
pub(super) fn is_keyless(index: &Index<'_>, id: usize) -> bool {
    let level = &index.levels[id];
    level.ty.kind == StructuredKind::Entity && level.complete && level.key.is_none()
}

/// K10: an entity type that is not abstract has a key.
pub(super) fn keys(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    for (id, level) in index.levels.iter().enumerate().filter(|(id, _)| is_keyless(index, *id)) {
        if !level.ty.is_abstract {
            let message = "the entity type has no key; declare one, or make the type abstract";
            faults.add("K10, OData CSDL 4.01 §17", level.ty.place, index.name(id), message);
        }
    }
}

/// F8: in version 4.01, a collection says whether its items can be null.
pub(super) fn collections(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version == Version::V4_0 {
        return;
    }
    for (id, property) in index.properties() {
        if property.navigation.is_none() && is_silent(&property.ty) {
            let message = "the collection does not say whether its items can be null";
            faults.add("F8, OData CSDL 4.01 §7.2.1", property.place, index.target(id, &property.name), message);
        }
    }
}

/// V12: the properties of a referential constraint are not complex.
pub(super) fn constraints(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    for (id, property) in index.properties() {
        let constraints = property.navigation.iter().flat_map(|navigation| &navigation.constraints);
        let mut dependents = constraints.filter_map(|constraint| index.walk(id, &constraint.property).end());
        let complex = dependents.find(|(_, property)| match index.find(&property.ty.name) {
            Found::Structured(id) => index.is_complex(id),
            _ => false,
        });
        if let Some((_, complex)) = complex {
            let name = complex.place.item().and_then(|item| item.field).unwrap_or(&complex.name);
            let message = format!("`{name}` has a complex type, and a referential constraint needs primitive types");
            faults.add("V12, OData CSDL 4.01 §17", property.place, index.target(id, &property.name), message);
        }
    }
}
