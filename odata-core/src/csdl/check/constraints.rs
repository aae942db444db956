//! Referential constraints (OData CSDL 4.01 §8.5).

use std::collections::HashSet;

use super::{
    super::{Name, PrimitiveType, Property, ReferentialConstraint, Version},
    faults::{Faults, place_of},
    index::{Found, Index},
    paths::Step,
};

/// V12: the properties of a referential constraint exist and can have the same value.
pub(super) fn constraints(index: &Index<'_>, faults: &mut Faults) {
    for (id, property) in index.properties() {
        let Some(navigation) = &property.navigation else { continue };
        let mut names = HashSet::new();
        for constraint in &navigation.constraints {
            let mut add = |name: &Name, message| {
                let place = place_of(name, property.place);
                faults.add("V12, OData CSDL 4.01 §8.5", place, index.target(id, &property.name), message);
            };
            if !names.insert(&*constraint.property.text) {
                let message = format!("property `{}` has two referential constraints", constraint.property);
                add(&constraint.property, message);
            } else if let Err((name, message)) = constraint_fault(index, (id, property), constraint) {
                add(name, message);
            }
        }
    }
}

fn constraint_fault<'d>(
    index: &Index<'d>,
    (id, property): Step<'_>,
    constraint: &'d ReferentialConstraint,
) -> Result<(), (&'d Name, String)> {
    let Some(own) = steps(index, id, &constraint.property)? else { return Ok(()) };
    let Some(target) = index.target_type(property) else { return Ok(()) };
    let Some(other) = steps(index, target, &constraint.referenced)? else { return Ok(()) };
    let (Some((_, a)), Some((_, b))) = (own.last(), other.last()) else { return Ok(()) };
    if !same_type(index, a, b) {
        let message = format!(
            "referential constraint: `{}` is `{}`, and `{}` of `{}` is `{}`",
            constraint.property,
            a.ty,
            constraint.referenced,
            index.name(target),
            b.ty
        );
        return Err((&constraint.property, message));
    }
    let is_nullable = |steps: &[Step<'_>]| steps.iter().any(|(_, property)| property.ty.is_nullable());
    let (a, b, relation) = (&constraint.property, &constraint.referenced, &property.name);
    let optional = if property.ty.is_nullable() {
        Some(format!("`{relation}` is"))
    } else {
        is_nullable(&other).then(|| format!("`{b}` of the related entity is"))
    };
    match (optional, is_nullable(&own)) {
        (Some(because), false) => Err((a, format!("`{a}` must be nullable, as {because}"))),
        (None, true) => {
            let message =
                format!("`{a}` cannot be nullable, as neither `{relation}` nor `{b}` of the related entity is");
            Err((a, message))
        }
        _ => Ok(()),
    }
}

/// Returns the properties along the path of a constraint, if all are known.
fn steps<'d>(index: &Index<'d>, root: usize, path: &'d Name) -> Result<Option<Vec<Step<'d>>>, (&'d Name, String)> {
    if path.contains('@') {
        return Ok(None);
    }
    let walk = index.walk(root, path);
    if let Some(stop) = walk.stop {
        return index.stop_message(stop).map_or(Ok(None), |message| Err((path, message)));
    }
    let Some(((_, last), before)) = walk.steps.split_last() else { return Ok(None) };
    let through = before.iter().find_map(|(_, step)| match (&step.navigation, step.ty.collection) {
        (_, true) => Some(format!("the path cannot go through `{}`, which is a collection", step.name)),
        (Some(_), false) if index.document.version == Version::V4_0 => {
            Some(format!("the path cannot go through `{}`, which is a navigation property", step.name))
        }
        _ => None,
    });
    let what = match index.find(&last.ty.name) {
        _ if last.navigation.is_some() => "a navigation property",
        _ if last.ty.collection => "a collection",
        Found::Primitive(PrimitiveType::Stream) => "a stream",
        _ => return through.map_or(Ok(Some(walk.steps)), |message| Err((path, message))),
    };
    Err((path, format!("`{path}` is {what} and cannot be part of a referential constraint")))
}

/// Returns whether values of two properties can be the same, as far as is known.
fn same_type(index: &Index<'_>, a: &Property, b: &Property) -> bool {
    let primitive = |found| match found {
        Found::Definition(definition) => index.find(&definition.underlying),
        found => found,
    };
    match (primitive(index.find(&a.ty.name)), primitive(index.find(&b.ty.name))) {
        (Found::Foreign | Found::Missing, _) | (_, Found::Foreign | Found::Missing) => true,
        (Found::Primitive(a), Found::Primitive(b)) => a == b,
        (Found::Enum(a), Found::Enum(b)) => std::ptr::eq(a, b),
        (Found::Structured(a), Found::Structured(b)) => index.is_complex(a) && index.is_complex(b),
        _ => false,
    }
}
