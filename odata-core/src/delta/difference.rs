//! In what two values differ: what a change has to hold.

use std::collections::BTreeSet;

use super::dynamic;
use crate::{
    PropertySet,
    edm::TypeDescriptor,
    property_set::DynamicPaths,
    slot::{DynamicProperties, Structured, Unknown, ValueRef},
};

/// In what two values of one type differ: the properties that an update may change. Only where derived types are accepted,
/// `polymorphic`, can the type be one that the program does not know.
pub(super) fn difference(from: &dyn Structured, to: &dyn Structured, polymorphic: bool) -> PropertySet {
    let descriptor = to.descriptor();
    let mut set = PropertySet::new(descriptor);
    level_difference(from, to, descriptor, &mut set);
    if descriptor.is_open
        && let (Some(from), Some(to)) = (from.dynamic(), to.dynamic())
    {
        for (name, value) in to.iter() {
            match from.find(name) {
                Some(old) if old == value => {}
                Some(old) => match dynamic::difference(old, value) {
                    // What is null is the same as what is absent.
                    Some(paths) if paths.is_empty() => {}
                    Some(paths) => set.insert_dynamic_paths(name, paths),
                    None => set.insert_dynamic(name),
                },
                None => set.insert_dynamic(name),
            }
        }
        for (name, _) in from.iter().filter(|(name, _)| to.find(name).is_none()) {
            set.insert_dynamic(name);
        }
    }
    if polymorphic && let (Some(from), Some(to)) = (from.unknown(), to.unknown()) {
        from.raw_members().different(to.raw_members()).for_each(|name| set.insert_dynamic(name));
    }
    set
}

fn level_difference(from: &dyn Structured, to: &dyn Structured, level: &'static TypeDescriptor, set: &mut PropertySet) {
    if let Some(base) = level.base {
        level_difference(from, to, base, set);
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
            // Mostly nothing differs at all, which is found out sooner.
            if !new.same(old) && !is_sent_alike(old.view(), new.view(), property.ty.polymorphic) {
                set.insert(index);
            }
            continue;
        }
        match (old.view().structured(), new.view().structured()) {
            (Some(old), Some(new)) if !property.ty.polymorphic || old.has_type_of(new) => {
                let child = difference(old, new, property.ty.polymorphic);
                if !child.is_empty() {
                    set.insert_child(index, child);
                }
            }
            (Some(old), Some(new)) => match left_behind(old, new) {
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

/// Whether a request that holds one of the values is the same as one that holds the other. Related entities and computed
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

/// All of a value that had another type before, if it does not say so by itself: dynamic properties, which a change of type
/// keeps, are to go away, or the old type is none that a declared type can be told from.
fn left_behind(old: &dyn Structured, new: &dyn Structured) -> Option<PropertySet> {
    let descriptor = new.descriptor();
    let undeclared: BTreeSet<_> = undeclared_names(new).collect();
    let is_left = |name: &&str| descriptor.find(name).is_none() && !undeclared.contains(name);
    let left: Vec<_> = if descriptor.is_open { undeclared_names(old).filter(is_left).collect() } else { Vec::new() };
    let merged: Vec<_> = merged_dynamic(old, new).collect();
    if left.is_empty() && merged.is_empty() && old.unknown().is_none() {
        return None;
    }
    let mut set = PropertySet::new(descriptor);
    set.set_retyped();
    for (index, _) in descriptor.properties().filter(|(_, property)| property.is_insertable()) {
        set.insert(index);
    }
    for name in undeclared.into_iter().chain(left) {
        match merged.iter().find(|(merged, _)| *merged == name) {
            Some((_, paths)) => set.insert_dynamic_paths(name, paths.clone()),
            None => set.insert_dynamic(name),
        }
    }
    Some(set)
}

/// The dynamic properties that a change of type keeps and merges, with what differs in them.
fn merged_dynamic<'v>(
    old: &'v dyn Structured,
    new: &'v dyn Structured,
) -> impl Iterator<Item = (&'v str, DynamicPaths)> {
    let values = old.dynamic().zip(new.dynamic());
    values.into_iter().flat_map(|(old, new)| {
        new.iter().filter_map(|(name, value)| {
            let paths = dynamic::difference(old.find(name)?, value)?;
            (!paths.is_empty()).then_some((name, paths))
        })
    })
}

/// The names of the dynamic properties, and of the members of a type that the program does not know.
fn undeclared_names(value: &dyn Structured) -> impl Iterator<Item = &str> {
    let dynamic = value.dynamic().into_iter().flat_map(DynamicProperties::iter).map(|(name, _)| name);
    dynamic.chain(value.unknown().into_iter().flat_map(Unknown::members).map(|(name, _)| name))
}
