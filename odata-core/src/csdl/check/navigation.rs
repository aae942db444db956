//! Navigation properties (OData CSDL 4.01 §8).

use super::{
    super::{Name, Property, Version},
    faults::{Faults, place_of},
    index::{Found, Index},
    partners::partner,
    version::is_keyless,
};

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

/// V1 to V6 and V11: what a navigation property says itself.
pub(super) fn navigation(index: &Index<'_>, faults: &mut Faults) {
    for (id, property) in index.properties() {
        let Some(navigation) = &property.navigation else { continue };
        let target = || index.target(id, &property.name);
        let leads_to_entities = match index.find(&property.ty.name) {
            Found::Structured(found) => !index.is_complex(found),
            Found::Abstract("Edm.EntityType") | Found::Foreign | Found::Missing => true,
            _ => false,
        };
        if !leads_to_entities {
            let message = format!("a navigation property leads to an entity type, and `{}` is none", property.ty.name);
            faults.add("V1, OData CSDL 4.01 §8.1", place_of(&property.ty.name, property.place), target(), message);
        }
        if property.ty.collection && property.ty.nullable.is_some() {
            let message = "a collection of related entities has no `Nullable`";
            faults.add("V2, OData CSDL 4.01 §8.2", property.place, target(), message);
        }
        if property.ty.collection && !navigation.constraints.is_empty() {
            let message = "a referential constraint needs a single related entity, and this is a collection";
            faults.add("V11, OData CSDL 4.01 §8.5", property.place, target(), message);
        }
        if let Some(path) = &navigation.partner {
            if index.is_complex(id) {
                let message = "a navigation property of a complex type has no partner";
                faults.add("V3, OData CSDL 4.01 §8.3", place_of(path, property.place), target(), message);
            } else if leads_to_entities {
                named_partner(index, (id, property), path, faults);
            }
        }
    }
}

/// V4 to V6: a partner leads back.
fn named_partner(index: &Index<'_>, (id, property): (usize, &Property), path: &Name, faults: &mut Faults) {
    let Some(root) = index.target_type(property) else { return };
    let mut add = |rule, message| {
        faults.add(rule, place_of(path, property.place), index.target(id, &property.name), message);
    };
    let walk = index.walk(root, path);
    if let Some(stop) = walk.stop {
        if let Some(message) = index.stop_message(stop) {
            add("V4, OData CSDL 4.01 §8.3", message);
        }
        return;
    }
    let Some(((_, back), before)) = walk.steps.split_last() else { return };
    if let Some((_, through)) = before.iter().find(|(_, step)| step.navigation.is_some()) {
        let message = format!("the path cannot go through `{}`, which is a navigation property", through.name);
        return add("V4, OData CSDL 4.01 §8.3", message);
    }
    let Some(named) = &back.navigation else {
        let message =
            format!("`{}` of `{}` is not a navigation property, and a partner is one", path, index.name(root));
        return add("V4, OData CSDL 4.01 §8.3", message);
    };
    if let Some(target) = index.target_type(back)
        && index.levels[id].complete
        && !index.derives(id, target)
    {
        let (target, owner) = (index.name(target), index.name(id));
        add("V5, OData CSDL 4.01 §8.3", format!("partner `{path}` leads to `{target}`, not to `{owner}`"));
    } else if let Some(other) = &named.partner
        && partner(index, (root, back)).is_some_and(|(_, other)| !std::ptr::eq(other, property))
    {
        let message = format!("partner `{path}` has the partner `{other}`, not `{}`", property.name);
        add("V6, OData CSDL 4.01 §8.3", message);
    }
}
