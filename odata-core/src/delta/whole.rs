//! Complex values that a change holds as a whole, in the form in which a request sends them.

use super::{Change, RawDelta, unknown::UnknownChanges};
use crate::{
    codec::excess_of,
    edm::{PropertyDescriptor, PropertyType},
    error::{Error, Result},
    slot::{Slot, Structured, ValueRef},
};

/// Removes what a request does not send from a value of this type: related entities and computed properties, at every
/// depth.
pub(super) fn keep_insertable(slot: &mut dyn Slot, ty: &PropertyType) {
    if ty.edm.structured().is_none() {
        return;
    }
    if let Some(value) = slot.current() {
        return keep_insertable_properties(value);
    }
    let mut index = 0;
    while let Some(item) = slot.item_mut(index) {
        keep_insertable(item, ty);
        index += 1;
    }
}

fn keep_insertable_properties(value: &mut dyn Structured) {
    let descriptor = value.descriptor();
    // Computed properties may have default values, which only a new value of the whole type has.
    let mut new = None;
    for (index, property) in descriptor.properties() {
        let slot = value.slot_mut(index);
        if property.is_insertable() {
            keep_insertable(slot, property.ty);
        } else {
            slot.swap(new.get_or_insert_with(descriptor.blank).slot_mut(index));
        }
    }
}

/// Returns the first fault of a value that exceeds the facets of its property, at every depth.
pub(super) fn check_facets(value: ValueRef<'_>, property: &PropertyDescriptor, path: &str) -> Result<()> {
    match value {
        ValueRef::Structured(value) => {
            let properties = value.descriptor().properties().filter(|(_, property)| property.is_insertable());
            for (index, property) in properties {
                check_facets(value.slot(index).view(), property, &format!("{path}/{}", property.name))?;
            }
            Ok(())
        }
        ValueRef::List(list) if property.ty.edm.structured().is_some() => {
            let mut items = list.items().enumerate();
            items.try_for_each(|(position, item)| check_facets(item, property, &format!("{path}/{position}")))
        }
        value => match excess_of(&value, property) {
            Some(excess) => Err(Error::new(excess.code(), excess.message(property.name)).with_target(path)),
            None => Ok(()),
        },
    }
}

impl RawDelta {
    /// Turns all of a complex value into changes of an existing one. The values are moved.
    ///
    /// A value of a type that is `exact` replaces one of a derived type.
    pub(super) fn of_value(value: &mut dyn Structured, exact: bool) -> Self {
        let descriptor = value.descriptor();
        let mut delta = Self { exact, unknown: UnknownChanges::take(value), ..Self::new(descriptor) };
        for (index, property) in descriptor.properties().filter(|(_, property)| property.is_insertable()) {
            let mut slot = (property.ty.blank)();
            slot.swap(value.slot_mut(index));
            delta.changes.push((index, Change::Set(slot)));
        }
        if let Some(dynamic) = value.dynamic_mut().filter(|dynamic| !dynamic.is_empty()) {
            delta.dynamic = Some(Box::new(std::mem::take(dynamic).into_map()));
        }
        delta
    }
}
