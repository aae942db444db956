//! Complex types whose values contain entities (OData CSDL 4.01 §8.4).

use super::{
    super::{Property, Version},
    faults::Faults,
    index::Index,
};

/// The complex types of a model whose values have containment navigation properties, themselves or in a single value
/// in them.
struct Containing<'i, 'd> {
    index: &'i Index<'d>,
    /// By two nodes for each type, one for values of exactly that type, one for those of derived types as well: the type
    /// that declares such a property, and the property.
    found: Vec<Option<(usize, &'d Property)>>,
}

const fn exact(id: usize) -> usize {
    2 * id
}

const fn any(id: usize) -> usize {
    2 * id + 1
}

/// Returns the node for the values of a structural property, or for the items.
fn value(index: &Index<'_>, property: &Property) -> Option<usize> {
    let declared = index.target_type(property).filter(|id| index.is_complex(*id) && property.navigation.is_none())?;
    let is_exact = property.place.item().is_some_and(|item| item.notes.exact_type);
    Some(if is_exact { exact(declared) } else { any(declared) })
}

impl<'i, 'd> Containing<'i, 'd> {
    fn among(index: &'i Index<'d>) -> Self {
        let mut found = vec![None; 2 * index.levels.len()];
        // For each node those that contain whatever it contains.
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
        let mut next = Vec::new();
        for (id, level) in index.levels.iter().enumerate().filter(|(id, _)| index.is_complex(*id)) {
            users[exact(id)].push(any(id));
            users[exact(id)].extend(level.derived.iter().map(|derived| exact(*derived)));
            users[any(id)].extend(level.base.map(any));
            for property in &level.ty.properties {
                if property.navigation.as_ref().is_some_and(|navigation| navigation.contains_target) {
                    found[exact(id)].get_or_insert((id, property));
                } else if let Some(value) = value(index, property).filter(|_| !property.ty.collection) {
                    users[value].push(exact(id));
                }
            }
            next.extend(found[exact(id)].is_some().then_some(exact(id)));
        }
        let mut at = 0;
        while let Some(&node) = next.get(at) {
            at += 1;
            for &user in &users[node] {
                if found[user].is_none() {
                    found[user] = found[node];
                    next.push(user);
                }
            }
        }
        Self { index, found }
    }

    fn in_value(&self, property: &Property) -> Option<(usize, &'d Property)> {
        self.found[value(self.index, property)?]
    }
}

/// V10: in OData 4.0, collections have no values with containment navigation properties.
pub(super) fn collections(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    let containing = Containing::among(index);
    for (id, property) in index.properties().filter(|(_, property)| property.ty.collection) {
        let (Some(item), Some((owner, found))) = (index.target_type(property), containing.in_value(property)) else {
            continue;
        };
        let declared = match found.place.item() {
            Some(rust) if index.derives(item, owner) => {
                format!("whose field `{}` contains its target", rust.field.unwrap_or(&found.name))
            }
            None if index.derives(item, owner) => format!("whose property `{}` contains its target", found.name),
            _ => format!("in which {} contains its target", index.property_called(owner, found)),
        };
        let message = format!("a collection cannot hold values of {}, {declared}", index.called(item));
        faults.add("V10, OData CSDL 4.01 §8.4", property.place, index.target(id, &property.name), message);
    }
}
