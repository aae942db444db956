//! Applying changes, all of them or none.

use super::{Change, RawDelta, dynamic::change, read::shared_properties};
use crate::{
    edm::{PropertyDescriptor, TypeDescriptor},
    error::{Error, ErrorCode, Result},
    slot::{Slot, Structured},
};

impl RawDelta {
    /// Applies the changes to a value, whose type must be the type of the changes or derive from it.
    ///
    /// Complex values are merged, collections are replaced. Values are moved, not copied. Parts of the key that are inside
    /// complex values stay as they are.
    ///
    /// # Errors
    ///
    /// If the changes do not fit the value, the value stays as it is.
    pub fn apply_to(self, target: &mut dyn Structured) -> Result<()> {
        self.check(target, "")?;
        if target.descriptor().has_facts() {
            self.apply_without_key(target);
        } else {
            self.apply(target, 0);
        }
        Ok(())
    }

    /// Applies the changes, and gives the parts of the key that are inside complex values their old values back.
    #[cold]
    #[inline(never)]
    fn apply_without_key(self, target: &mut dyn Structured) {
        let nested = target.descriptor().nested_key();
        let key: Vec<_> = nested.filter_map(|part| Some((part, part.get(target)?.clone_slot()))).collect();
        self.apply(target, 0);
        for (part, mut kept) in key {
            if let Some(slot) = part.get_mut(target) {
                slot.swap(&mut *kept);
            }
        }
    }

    /// Returns whether the changes fit the value. After this, applying cannot fail.
    fn check(&self, target: &dyn Structured, path: &str) -> Result<()> {
        let actual = target.descriptor();
        if !actual.derives_from(self.descriptor) || !self.fits_unknown(target) {
            let message =
                format!("changes of `{}` do not fit a value of type `{}`", self.type_name(), target.type_name());
            return Err(unfit(ErrorCode::TYPE_MISMATCH, path, message));
        }
        self.check_dynamic(actual, path)?;
        for (index, change) in self.iter() {
            if let (Change::Merge(delta), Some(property)) = (change, self.descriptor.property(index)) {
                delta.check_merge(property, target.slot(index).view().structured(), &join(path, property.name))?;
            }
        }
        Ok(())
    }

    /// Returns whether the changes fit the existing value, or make a new one.
    fn check_merge(&self, property: &PropertyDescriptor, current: Option<&dyn Structured>, path: &str) -> Result<()> {
        if !property.ty.edm.structured().is_some_and(|declared| self.descriptor.derives_from(declared)) {
            let message = format!("a `{}` does not fit `{}`", self.type_name(), property.ty.edm.name());
            return Err(unfit(ErrorCode::TYPE_MISMATCH, path, message));
        }
        match current {
            Some(current) if self.fits(current) => self.check(current, path),
            current => self.check_new(property, current, path),
        }
    }

    /// Returns whether a type can have the dynamic properties that change.
    fn check_dynamic(&self, ty: &TypeDescriptor, path: &str) -> Result<()> {
        let Some(dynamic) = &self.dynamic else { return Ok(()) };
        let Some(name) = dynamic.keys().find(|name| !ty.is_open || ty.find(name).is_some()) else { return Ok(()) };
        let (code, message) = if ty.is_open {
            let message = format!("`{}` declares `{name}`, which is set as a dynamic property", ty.name);
            (ErrorCode::TYPE_MISMATCH, message)
        } else {
            let message = format!("`{name}` is not a property of `{}`, which is not open", ty.name);
            (ErrorCode::UNDECLARED_PROPERTY, message)
        };
        Err(unfit(code, &join(path, name), message))
    }

    /// Returns whether the changes make a whole value, together with the parts kept from a value of another type.
    fn check_new(&self, property: &PropertyDescriptor, replaced: Option<&dyn Structured>, path: &str) -> Result<()> {
        let descriptor = self.descriptor;
        if self.unknown.is_some() {
            // Its known part is one of the declared type.
            let is_declared = property.ty.edm.structured().is_some_and(|declared| declared.is(descriptor));
            if !property.ty.polymorphic || !is_declared {
                let message = format!("a new `{}` does not fit `{}`", self.type_name(), property.ty.edm.name());
                return Err(unfit(ErrorCode::TYPE_MISMATCH, path, message));
            }
        } else if descriptor.is_abstract {
            let message =
                format!("`{}` is abstract, so changes that make a new value must name its type", descriptor.name);
            return Err(unfit(ErrorCode::TYPE_REQUIRED, path, message));
        }
        self.check_dynamic(descriptor, path)?;
        let shared = replaced.map_or(0, |replaced| shared_properties(replaced.descriptor(), descriptor));
        for (index, property) in descriptor.properties() {
            let kept = replaced.filter(|_| index < shared);
            match (self.get(index), kept) {
                (Some(Change::Merge(delta)), kept) => {
                    let current = kept.and_then(|kept| kept.slot(index).view().structured());
                    delta.check_merge(property, current, &join(path, property.name))?;
                }
                (None, None) if property.is_required() => {
                    let message = format!("property `{}` of `{}` must have a value", property.name, descriptor.name);
                    return Err(unfit(ErrorCode::MISSING_PROPERTY, &join(path, property.name), message));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Applies the changes. Every step is a swap. Of the first `kept` properties, which had a value before, immutable
    /// ones stay as they are.
    fn apply(self, target: &mut dyn Structured, kept: usize) {
        for (index, change) in self.changes {
            if index < kept && self.descriptor.property(index).is_some_and(|property| !property.is_updatable()) {
                continue;
            }
            let slot = target.slot_mut(index);
            let delta = match change {
                Change::Set(mut value) => {
                    match self.descriptor.property(index).and_then(|property| whole(property, slot, &mut *value)) {
                        Some(delta) => Box::new(delta),
                        None => {
                            slot.swap(&mut *value);
                            continue;
                        }
                    }
                }
                Change::Merge(delta) => delta,
            };
            let descriptor = delta.descriptor;
            match slot.current() {
                Some(current) if delta.fits(current) => delta.apply(current, descriptor.len()),
                current => {
                    let replaced = current.map(|current| current.clone_structured());
                    if let Some(new) = delta.open(slot) {
                        let kept = replaced.map_or(0, |mut replaced| keep_shared(&mut *replaced, new, descriptor));
                        delta.apply(new, kept);
                    }
                }
            }
        }
        if let Some(changes) = self.dynamic
            && let Some(dynamic) = target.dynamic_mut()
        {
            changes.into_iter().for_each(|(name, value)| change(dynamic, name, value));
        }
        if let Some(unknown) = self.unknown {
            unknown.apply(target);
        }
    }
}

/// Returns the changes that a complex value makes to an existing one, which keeps what no request holds. `None` if the
/// value replaces the existing one.
fn whole(property: &PropertyDescriptor, slot: &mut dyn Slot, value: &mut dyn Slot) -> Option<RawDelta> {
    if property.ty.edm.is_primitive() || property.ty.navigation {
        return None;
    }
    slot.current()?;
    Some(RawDelta::of_value(value.current()?, property.ty.polymorphic))
}

/// Moves what two types have in common: inherited properties, whose number it returns, and dynamic ones, unless the new
/// type declares a property with that name.
fn keep_shared(from: &mut dyn Structured, to: &mut dyn Structured, descriptor: &TypeDescriptor) -> usize {
    let shared = shared_properties(from.descriptor(), descriptor);
    for index in 0..shared {
        to.slot_mut(index).swap(from.slot_mut(index));
    }
    if let (Some(from), Some(to)) = (from.dynamic_mut(), to.dynamic_mut()) {
        std::mem::swap(from, to);
        to.retain(|name| descriptor.find(name).is_none());
    }
    shared
}

#[cold]
#[inline(never)]
fn unfit(code: ErrorCode, path: &str, message: String) -> Error {
    let error = Error::new(code, message);
    if path.is_empty() { error } else { error.with_target(path) }
}

#[cold]
#[inline(never)]
fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}
