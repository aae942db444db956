//! Types whose values always hold values of their own type (OData CSDL 4.02 §9.1).

use std::collections::{HashMap, HashSet};

use super::{
    super::Property,
    faults::{Faults, hint},
    index::Index,
    rings::rings,
};

/// The maximum number of properties of a ring of types for which the way is searched; more would repeat the same.
const WAYS: usize = 16;

/// The maximum number of types of a way that are named.
const NAMED: usize = 16;

/// T13: no value always holds another one of its own type. It takes time linear in the size of the model, and no stack.
pub(super) fn values(index: &Index<'_>, faults: &mut Faults) {
    let leads: Vec<Vec<usize>> = (0..index.levels.len()).map(|id| held(index, id).collect()).collect();
    let rings = rings(&leads);
    let mut ways: HashMap<usize, usize> = HashMap::new();
    for (owner, property) in index.properties() {
        let Some(target) = required(index, property).filter(|target| rings[*target] == rings[owner]) else { continue };
        let count = ways.entry(rings[owner]).or_default();
        *count += 1;
        if *count > WAYS {
            continue;
        }
        let Some(way) = way_back(index, &rings, owner, target) else { continue };
        let mut names: Vec<_> = way.iter().take(NAMED).map(|id| index.called(*id)).collect();
        if let Some(others @ 1..) = way.len().checked_sub(NAMED) {
            names.push(format!("{others} others"));
        }
        let message = format!(
            "the type contains itself without end, through {}; {}",
            names.join(", "),
            match hint(property.place, "make one of the properties an `Option` or a `Vec`") {
                "" => "one of the properties must be nullable or a collection",
                hint => hint,
            }
        );
        faults.add("T13, OData CSDL 4.02 §9.1", property.place, index.target(owner, &property.name), message);
    }
}

/// Returns the types through which a value of type `target` always holds a value of type `owner`, by the shortest way.
fn way_back(index: &Index<'_>, rings: &[usize], owner: usize, target: usize) -> Option<Vec<usize>> {
    // Each reached type, with the position of the one it was reached from.
    let mut reached = vec![(target, None)];
    let mut known = HashSet::new();
    let mut next = 0;
    while let Some(&(level, _)) = reached.get(next) {
        if index.derives(level, owner) {
            let steps = std::iter::successors(Some(next), |&at| reached[at].1);
            let mut way: Vec<_> = steps.map(|at| reached[at].0).collect();
            way.reverse();
            return Some(way);
        }
        if known.insert(level) {
            let properties = index.chain(level).flat_map(|id| &index.levels[id].ty.properties);
            let inner = properties.filter_map(|property| required(index, property));
            let inner = inner.filter(|inner| rings[*inner] == rings[owner]);
            reached.extend(inner.map(|inner| (inner, Some(next))));
        }
        next += 1;
    }
    None
}

/// Returns the type of a value that must be there.
fn required(index: &Index<'_>, property: &Property) -> Option<usize> {
    let is_free = property.navigation.is_some() || property.ty.collection || property.ty.is_nullable();
    if is_free { None } else { index.target_type(property) }
}

/// Returns the types of the values that each value of a type holds itself: its base, and those of its own properties.
fn held<'i>(index: &'i Index<'_>, id: usize) -> impl Iterator<Item = usize> + 'i {
    let level = &index.levels[id];
    level.base.into_iter().chain(level.ty.properties.iter().filter_map(|property| required(index, property)))
}
