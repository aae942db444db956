//! The partners of containment navigation properties (OData CSDL 4.01 §8.4).

use std::collections::{HashMap, HashSet};

use super::{
    super::Property,
    faults::{Faults, hint},
    index::Index,
    rings::rings,
};

/// A navigation property and the type that declares it.
type End<'d> = (usize, &'d Property);

/// V7 and V8: what is contained has one owner, which it can name.
pub(super) fn owners(index: &Index<'_>, faults: &mut Faults) {
    let pairs = containments(index);
    if pairs.is_empty() {
        return;
    }
    let contents = Contents::of(index);
    for (containing, (owner, partner)) in &pairs {
        if let Some(message) = nullability(index, &contents, *containing, partner) {
            faults.add("V7, OData CSDL 4.01 §8.4", partner.place, index.target(*owner, &partner.name), message);
        }
    }
    second_owners(index, &pairs, faults);
}

fn contains_target(property: &Property) -> bool {
    property.navigation.as_ref().is_some_and(|navigation| navigation.contains_target)
}

fn is(a: End<'_>, b: End<'_>) -> bool {
    a.0 == b.0 && std::ptr::eq(a.1, b.1)
}

/// Returns the containment navigation properties that have a partner, whichever of the two names the other, with it.
fn containments<'d>(index: &Index<'d>) -> Vec<(End<'d>, End<'d>)> {
    let (mut pairs, mut known) = (Vec::new(), HashSet::new());
    for here in index.properties() {
        let Some(there) = partner(index, here) else { continue };
        let pair = match (contains_target(here.1), contains_target(there.1)) {
            (true, _) => (here, there),
            (_, true) => (there, here),
            _ => continue,
        };
        let of = |end: End<'d>| std::ptr::from_ref(end.1).addr();
        if known.insert((of(pair.0), of(pair.1))) {
            pairs.push(pair);
        }
    }
    pairs
}

/// Returns the partner of a navigation property, if its path leads to one.
pub(super) fn partner<'d>(index: &Index<'d>, (_, property): End<'d>) -> Option<End<'d>> {
    let path = property.navigation.as_ref()?.partner.as_ref()?;
    let (mut ty, mut found) = (index.target_type(property), None);
    for step in path.split('/') {
        if step.contains('.') {
            ty = index.structured(step);
        } else {
            found = Some(index.property(ty?, step)?);
            ty = index.target_type(found?.1);
        }
    }
    found.filter(|(_, property)| property.navigation.is_some())
}

/// What values contain, as a graph with two nodes for each type: one for the content of values of exactly that type, one
/// for those of derived types as well.
struct Contents {
    rings: Vec<usize>,
}

impl Contents {
    fn of(index: &Index<'_>) -> Self {
        let (exact, any) = (|id: usize| 2 * id, |id: usize| 2 * id + 1);
        let mut leads = vec![Vec::new(); 2 * index.levels.len()];
        for (id, level) in index.levels.iter().enumerate() {
            leads[any(id)].push(exact(id));
            leads[any(id)].extend(level.derived.iter().map(|derived| any(*derived)));
            leads[exact(id)].extend(level.base.map(exact));
            for property in &level.ty.properties {
                match index.target_type(property) {
                    Some(target) if contains_target(property) => leads[exact(id)].push(any(target)),
                    Some(target) if property.navigation.is_none() => leads[exact(id)].push(exact(target)),
                    _ => {}
                }
            }
        }
        Self { rings: rings(&leads) }
    }

    /// Returns whether entities of type `target`, which `owner` contains, or what they contain, can contain entities of
    /// type `owner`.
    fn is_recursive(&self, owner: usize, target: usize) -> bool {
        self.rings[2 * owner] == self.rings[2 * target + 1]
    }
}

/// V7: the outermost of the entities that contain each other has no owner; other contained entities always have one.
fn nullability(
    index: &Index<'_>,
    contents: &Contents,
    (owner, containing): End<'_>,
    partner: &Property,
) -> Option<String> {
    let target = index.target_type(containing)?;
    let (name, place) = (index.property_called(owner, containing), partner.place);
    let is_nullable = partner.ty.is_nullable() && !partner.ty.collection;
    if contents.is_recursive(owner, target) {
        (!is_nullable).then(|| {
            let hint = hint(place, ": use `Nav<Option<..>>`");
            format!("the type contains itself through {name}, whose partner must be single and nullable{hint}")
        })
    } else {
        is_nullable.then(|| {
            let hint = hint(place, ": use `Nav<..>` without `Option`");
            format!("it is the partner of {name}, and what that contains always has an owner{hint}")
        })
    }
}

/// V8: finds navigation properties to an owner in types that have one already, themselves or by a base.
fn second_owners(index: &Index<'_>, pairs: &[(End<'_>, End<'_>)], faults: &mut Faults) {
    let mut owners: HashMap<usize, Vec<End<'_>>> = HashMap::new();
    for (_, partner) in pairs {
        let known = owners.entry(partner.0).or_default();
        if !known.iter().any(|known| is(*known, *partner)) {
            known.push(*partner);
        }
    }
    let of = |id: usize| owners.get(&id).map_or(&[][..], Vec::as_slice);
    for id in (0..index.levels.len()).filter(|id| !of(*id).is_empty()) {
        let mut first = index.chain(id).skip(1).flat_map(of).next();
        for second in of(id) {
            if let Some((owner, property)) = first {
                let message = format!(
                    "the type has an owner by {} already; an entity is contained in one place",
                    index.property_called(*owner, property)
                );
                let target = index.target(id, &second.1.name);
                faults.add("V8, OData CSDL 4.01 §8.4", second.1.place, target, message);
            } else {
                first = Some(second);
            }
        }
    }
}
