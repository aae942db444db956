//! The partners of containment navigation properties in a whole model (OData CSDL 4.01 §8.4).

use std::collections::{HashMap, HashSet};

use super::{ModelPath, PropertyDescriptor, TypeDescriptor, registry::address};

/// A navigation property of a type.
#[derive(Clone, Copy)]
struct Place {
    /// The type that declares it.
    owner: &'static TypeDescriptor,
    index: usize,
    property: &'static PropertyDescriptor,
}

/// A fault of a property.
pub(super) struct PartnerFault {
    pub(super) rule: &'static str,
    pub(super) owner: &'static TypeDescriptor,
    pub(super) property: &'static PropertyDescriptor,
    pub(super) message: String,
}

/// Returns the faults of all partners in a model.
pub(super) fn faults(types: &[&'static TypeDescriptor]) -> Vec<PartnerFault> {
    let mut faults = Vec::new();
    let pairs = containments(types);
    for (containing, partner) in &pairs {
        if let Some(message) = nullability(types, *containing, *partner) {
            let Place { owner, property, .. } = *partner;
            faults.push(PartnerFault { rule: "V7, OData CSDL 4.01 §8.4", owner, property, message });
        }
    }
    faults.extend(second_owners(types, &pairs));
    faults
}

/// Returns the containment navigation properties that have a partner, whichever of the two names the other, with it.
fn containments(types: &[&'static TypeDescriptor]) -> Vec<(Place, Place)> {
    let mut pairs: Vec<(Place, Place)> = Vec::new();
    for &owner in types.iter().filter(|owner| owner.facts.is_some()) {
        for (own, property) in owner.own.iter().enumerate() {
            let here = Place { owner, index: owner.start as usize + own, property };
            let Some(there) = owner.partner(here.index).and_then(end) else { continue };
            let pair = match (property.flags.contains_target(), there.property.flags.contains_target()) {
                (true, _) => (here, there),
                (_, true) => (there, here),
                _ => continue,
            };
            if !pairs.iter().any(|known| known.0.is(pair.0) && known.1.is(pair.1)) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// Returns the property at the end of a path.
fn end(path: ModelPath) -> Option<Place> {
    let last = path.last()?;
    let owner = std::iter::successors(Some(last.ty()), |level| level.base)
        .find(|level| level.start as usize <= last.index())?;
    Some(Place { owner, index: last.index(), property: last.property() })
}

impl Place {
    fn is(self, other: Self) -> bool {
        self.owner == other.owner && self.index == other.index
    }

    fn target(self) -> Option<&'static TypeDescriptor> {
        self.property.ty.edm.structured()
    }
}

/// V7: the outermost of the entities that contain each other has no owner; other contained entities always have one.
fn nullability(types: &[&'static TypeDescriptor], containing: Place, partner: Place) -> Option<String> {
    let target = containing.target()?;
    let name = format!("`{}::{}`", containing.owner.rust_name, containing.property.rust_name);
    let ty = partner.property.ty;
    if is_recursive(types, containing.owner, target) {
        (ty.collection || !ty.nullable).then(|| {
            format!("the type contains itself through {name}, whose partner must be single and nullable: use `Nav<Option<..>>`")
        })
    } else {
        ty.nullable.then(|| {
            format!("it is the partner of {name}, and what that contains always has an owner: use `Nav<..>` without `Option`")
        })
    }
}

/// Returns whether entities of type `target`, or what they contain, can contain entities of type `owner`.
fn is_recursive(
    types: &[&'static TypeDescriptor],
    owner: &'static TypeDescriptor,
    target: &'static TypeDescriptor,
) -> bool {
    let mut known = HashSet::new();
    let mut next = vec![target];
    while let Some(declared) = next.pop() {
        for &level in types.iter().filter(|level| level.derives_from(declared)) {
            if level.derives_from(owner) {
                return true;
            }
            if known.insert(address(level)) {
                next.extend(contained(level));
            }
        }
    }
    false
}

/// Returns the declared types of what a value of a type contains, itself or in its complex values.
fn contained(ty: &'static TypeDescriptor) -> Vec<&'static TypeDescriptor> {
    let (mut known, mut values, mut found) = (HashSet::new(), vec![ty], Vec::new());
    while let Some(value) = values.pop() {
        for (_, property) in value.properties() {
            let Some(below) = property.ty.edm.structured() else { continue };
            if property.flags.contains_target() {
                found.push(below);
            } else if !property.ty.navigation && known.insert(address(below)) {
                values.push(below);
            }
        }
    }
    found
}

/// V8: finds navigation properties to an owner in types that have one already, themselves or by a base.
fn second_owners(types: &[&'static TypeDescriptor], pairs: &[(Place, Place)]) -> Vec<PartnerFault> {
    let mut owners: HashMap<usize, Vec<Place>> = HashMap::new();
    for (_, partner) in pairs {
        let known = owners.entry(address(partner.owner)).or_default();
        if !known.iter().any(|known| known.is(*partner)) {
            known.push(*partner);
        }
    }
    let of = |level: &'static TypeDescriptor| owners.get(&address(level)).map_or(&[][..], Vec::as_slice);
    let mut faults = Vec::new();
    for &ty in types.iter().filter(|ty| !of(ty).is_empty()) {
        let bases = std::iter::successors(ty.base, |level| level.base);
        let mut first = bases.flat_map(of).next();
        for second in of(ty) {
            if let Some(first) = first {
                let message = format!(
                    "the type has an owner by `{}::{}` already; an entity is contained in one place",
                    first.owner.rust_name, first.property.rust_name
                );
                let Place { owner, property, .. } = *second;
                faults.push(PartnerFault { rule: "V8, OData CSDL 4.01 §8.4", owner, property, message });
            } else {
                first = Some(second);
            }
        }
    }
    faults
}
