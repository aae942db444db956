//! The difference between two values, as a change holds it.

use super::dynamic::{Patches, differences};
use crate::{
    PropertySet,
    edm::TypeDescriptor,
    slot::{Structured, ValueRef},
};

/// Returns the difference between two values of the same type: the properties that an update may change. Only where
/// derived types are accepted, `polymorphic`, can the type be one that the program does not know. `patches` gets the
/// dynamic properties that are merged.
pub(super) fn difference<'v>(
    from: &dyn Structured,
    to: &'v dyn Structured,
    polymorphic: bool,
    patches: &mut Patches<'v>,
) -> PropertySet {
    let descriptor = to.descriptor();
    let mut set = PropertySet::new(descriptor);
    level_difference(from, to, descriptor, &mut set, patches);
    if descriptor.is_open
        && let (Some(from), Some(to)) = (from.dynamic(), to.dynamic())
    {
        differences(from, to, patches, &mut |name| set.insert_dynamic(name));
    }
    if polymorphic && let (Some(from), Some(to)) = (from.unknown(), to.unknown()) {
        from.raw_members().different(to.raw_members()).for_each(|name| set.insert_dynamic(name));
    }
    set
}

fn level_difference<'v>(
    from: &dyn Structured,
    to: &'v dyn Structured,
    level: &'static TypeDescriptor,
    set: &mut PropertySet,
    patches: &mut Patches<'v>,
) {
    if let Some(base) = level.base {
        level_difference(from, to, base, set, patches);
    }
    for (own, property) in level.own.iter().enumerate() {
        let index = level.start as usize + own;
        if property.ty.navigation || !property.is_updatable() {
            continue;
        }
        let (old, new) = (from.slot(index), to.slot(index));
        if property.ty.edm.is_primitive() {
            if !new.same(old) {
                set.insert(index);
            }
            continue;
        }
        if property.ty.collection {
            // Mostly there is no difference at all, which this finds out sooner.
            if !new.same(old) && !is_sent_alike(old.view(), new.view(), property.ty.polymorphic) {
                set.insert(index);
            }
            continue;
        }
        match (old.view().structured(), new.view().structured()) {
            (Some(old), Some(new)) if !property.ty.polymorphic || old.has_type_of(new) => {
                let child = difference(old, new, property.ty.polymorphic, patches);
                if !child.is_empty() {
                    set.insert_child(index, child);
                }
            }
            (Some(old), Some(new)) => match replaced_whole(old, new, patches) {
                Some(child) => set.insert_child(index, child),
                None => {
                    set.insert(index);
                }
            },
            _ => {
                if !new.same(old) {
                    set.insert(index);
                }
            }
        }
    }
}

/// Returns whether requests that hold one or the other of the values are the same. Related entities and computed
/// properties are not sent.
fn is_sent_alike(one: ValueRef<'_>, other: ValueRef<'_>, polymorphic: bool) -> bool {
    match (one, other) {
        (ValueRef::Structured(one), ValueRef::Structured(other)) => {
            let descriptor = one.descriptor();
            descriptor.is(other.descriptor())
                && one.dynamic() == other.dynamic()
                && (!polymorphic || one.has_unknown_of(other))
                && descriptor.properties().all(|(index, property)| {
                    let (one, other) = (one.slot(index).view(), other.slot(index).view());
                    !property.is_insertable() || is_sent_alike(one, other, property.ty.polymorphic)
                })
        }
        (ValueRef::List(one), ValueRef::List(other)) => {
            one.len() == other.len()
                && one.items().zip(other.items()).all(|(one, other)| is_sent_alike(one, other, polymorphic))
        }
        (one, other) => one.same(&other),
    }
}

/// Returns all of a value that had another type before, if the value alone does not show that: dynamic properties,
/// which a change of type keeps, are removed, or the old type is not distinguishable from a declared type.
#[cold]
#[inline(never)]
fn replaced_whole<'v>(old: &dyn Structured, new: &'v dyn Structured, patches: &mut Patches<'v>) -> Option<PropertySet> {
    let descriptor = new.descriptor();
    let mut left = if descriptor.is_open { undeclared_names(old) } else { Vec::new() };
    left.retain(|name| {
        let is_dynamic = new.dynamic().is_some_and(|dynamic| dynamic.find(name).is_some());
        let is_unknown = new.unknown().is_some_and(|unknown| unknown.get(name).is_some());
        descriptor.find(name).is_none() && !is_dynamic && !is_unknown
    });
    let before = patches.len();
    if let (Some(old), Some(new)) = (old.dynamic(), new.dynamic()) {
        differences(old, new, patches, &mut |_| {});
    }
    if left.is_empty() && patches.len() == before && old.unknown().is_none() {
        return None;
    }
    let mut set = PropertySet::new(descriptor);
    set.set_retyped();
    for (index, _) in descriptor.properties().filter(|(_, property)| property.is_insertable()) {
        set.insert(index);
    }
    for name in undeclared_names(new).into_iter().chain(left) {
        set.insert_dynamic(name);
    }
    Some(set)
}

/// Returns the names of the dynamic properties, and of the members of a type that the program does not know.
#[cold]
#[inline(never)]
fn undeclared_names(value: &dyn Structured) -> Vec<&str> {
    let mut names = Vec::new();
    if let Some(dynamic) = value.dynamic() {
        names.extend(dynamic.iter().map(|(name, _)| name));
    }
    if let Some(unknown) = value.unknown() {
        names.extend(unknown.members().map(|(name, _)| name));
    }
    names
}
