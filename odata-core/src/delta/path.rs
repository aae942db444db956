//! Changes that a program sets, reads and undoes by path.

use super::{
    Change, RawDelta,
    whole::{check_facets, keep_insertable},
};
use crate::{
    PropertyPath,
    edm::{KeyPart, PropertyType, TypeDescriptor},
    error::{Error, ErrorCode, Result},
    property_path::Step,
    slot::{DynamicValue, Slot, check_name},
};

impl RawDelta {
    /// Sets a property. The values above it are merged, or created where they are null.
    ///
    /// A complex value that is set as a whole keeps what a request cannot hold: where the changes are applied to an
    /// existing one, its computed members and dynamic properties stay, except for those that the value has. Of the
    /// value itself, related entities and computed members are ignored.
    ///
    /// # Errors
    ///
    /// If no update changes the property, if it is a navigation property or below one, if the path casts to a type
    /// that the value cannot have, or if the value is not of the property's type or exceeds its facets. Nothing
    /// changes then.
    pub fn set(&mut self, path: &PropertyPath, mut value: Box<dyn Slot>) -> Result<()> {
        let refuse = |code, message: String| Err(Error::new(code, message).with_target(path.to_string()));
        let (first, below) = path.split();
        if !self.descriptor.derives_from(first.ty) {
            let message = format!("`{}` is not a type of a `{}`", first.ty.name, self.descriptor.name);
            return refuse(ErrorCode::TYPE_MISMATCH, message);
        }
        for (depth, step) in path.steps().enumerate() {
            if let Some((code, message)) = unchangeable(step, depth) {
                return refuse(code, message);
            }
        }
        if self.descriptor.nested_key().any(|part| part.is_at(path.steps().map(|step| step.index))) {
            let message = format!("`{path}` is part of the key and cannot be changed");
            return refuse(ErrorCode::NOT_UPDATABLE, message);
        }
        for (above, step) in path.steps().zip(path.steps().skip(1)).filter(|(_, step)| step.is_cast) {
            if !above.property().ty.polymorphic {
                let message = format!("`{}` takes no values of derived types", above.property().name);
                return refuse(ErrorCode::TYPE_MISMATCH, message);
            }
            if step.ty.is_abstract {
                return refuse(
                    ErrorCode::ABSTRACT_TYPE,
                    format!("`{}` is abstract and has no instances", step.ty.name),
                );
            }
        }
        let property = path.property();
        if (*value).type_id() != (*(property.ty.blank)()).type_id() {
            return refuse(ErrorCode::WRONG_TYPE, format!("the value is not a `{}`", property.ty.name()));
        }
        if let Err(message) = self.fits_casts(first, below) {
            return refuse(ErrorCode::TYPE_MISMATCH, message);
        }
        check_facets(value.view(), property, &path.to_string())?;
        keep_insertable(&mut *value, property.ty);
        self.set_below(first, below, value);
        Ok(())
    }

    /// Sets a dynamic property; null removes it. The value that the changes are applied to must be of an open type.
    ///
    /// # Errors
    ///
    /// If the type declares a property with that name, or if it is not the name of a property. Nothing changes then.
    pub fn set_dynamic(&mut self, name: &str, value: impl Into<DynamicValue>) -> Result<()> {
        if self.descriptor.find(name).is_some() {
            let message = format!("`{}` declares `{name}`, which is set as a dynamic property", self.descriptor.name);
            return Err(Error::new(ErrorCode::TYPE_MISMATCH, message).with_target(name));
        }
        check_name(name)?;
        self.put_dynamic(name, value);
        Ok(())
    }

    /// Checks whether the path goes on in types that the changes along it can have.
    fn fits_casts(&self, step: Step, below: &[Step]) -> std::result::Result<(), String> {
        let Some((next, below)) = below.split_first() else { return Ok(()) };
        let (nested, current) = match self.get(step.index) {
            Some(Change::Merge(delta)) => (Some(&**delta), Some((delta.descriptor, delta.type_name()))),
            Some(Change::Set(slot)) => {
                (None, slot.view().structured().map(|value| (value.descriptor(), value.type_name())))
            }
            None => (None, None),
        };
        if let Some((current, name)) = current
            && next.is_cast
            && (*name != *current.name || !current.derives_from(next.ty) && !next.ty.derives_from(current))
        {
            return Err(format!("`{}` becomes a `{name}`, which is not a `{}`", step.property().name, next.ty.name));
        }
        nested.map_or(Ok(()), |nested| nested.fits_casts(*next, below))
    }

    fn set_below(&mut self, step: Step, below: &[Step], value: Box<dyn Slot>) {
        match below.split_first() {
            None => self.put(step.index, Change::Set(value)),
            Some((next, below)) => self.merge(step, *next, |nested| nested.set_below(*next, below, value)),
        }
    }

    /// Modifies the changes of a complex value, to which `next` belongs. They are created if they do not exist, and
    /// removed if they become empty.
    fn merge<R>(&mut self, step: Step, next: Step, change: impl FnOnce(&mut Self) -> R) -> R {
        let ty = step.property().ty;
        let at = self.changes.iter().position(|(at, _)| *at == step.index).unwrap_or(self.changes.len());
        let old = if at < self.changes.len() { Some(self.changes.remove(at).1) } else { None };
        let new = || Box::new(Self::new(ty.edm.structured().unwrap_or(next.ty)));
        let mut nested = match old {
            Some(Change::Merge(nested)) => nested,
            Some(Change::Set(mut slot)) => match slot.current() {
                Some(value) => Box::new(Self::of_value(value, ty.polymorphic)),
                None => new(),
            },
            None => new(),
        };
        if next.is_cast {
            nested.exact = true;
            if !has(nested.descriptor, next) {
                nested.descriptor = next.ty;
                // As where a value changes its type: dynamic properties that are declared now are removed.
                if let Some(dynamic) = &mut nested.dynamic {
                    dynamic.retain(|name, _| next.ty.find(name).is_none());
                }
                nested.dynamic = nested.dynamic.take().filter(|dynamic| !dynamic.is_empty());
            }
        }
        let result = change(&mut nested);
        if nested.exact || !nested.is_empty() {
            self.changes.insert(at, (step.index, Change::Merge(nested)));
        }
        result
    }

    /// Undoes the change of a part of the key that is inside a complex value, unless that is set as a whole.
    pub(super) fn remove_nested(&mut self, part: &KeyPart) {
        self.remove_below(part.index(), &mut part.below());
    }

    fn remove_below(&mut self, index: usize, below: &mut dyn Iterator<Item = usize>) {
        let Some(next) = below.next() else {
            self.remove(index);
            return;
        };
        let Some(at) = self.changes.iter().position(|(at, _)| *at == index) else { return };
        if let Change::Merge(nested) = &mut self.changes[at].1 {
            nested.remove_below(next, below);
            if nested.is_empty() && !nested.exact {
                self.changes.remove(at);
            }
        }
    }

    /// Returns the value that a property is set to. `None` if it does not change, or only parts of it.
    pub fn value(&self, path: &PropertyPath) -> Option<&dyn Slot> {
        let (first, below) = path.split();
        match self.find(first, below)? {
            PropertyChange::Value(slot) => Some(slot),
            PropertyChange::Parts => None,
        }
    }

    /// Returns whether a property, or a part of it, changes.
    pub fn changes(&self, path: &PropertyPath) -> bool {
        let (first, below) = path.split();
        self.find(first, below).is_some()
    }

    fn find(&self, step: Step, below: &[Step]) -> Option<PropertyChange<'_>> {
        let change = if has(self.descriptor, step) { self.get(step.index) } else { None };
        match (change?, below.split_first()) {
            (Change::Set(slot), None) => Some(PropertyChange::Value(&**slot)),
            (Change::Merge(_), None) => Some(PropertyChange::Parts),
            (Change::Merge(delta), Some((next, below))) => delta.find(*next, below),
            (Change::Set(slot), Some(_)) => {
                let mut slot = &**slot;
                for step in below {
                    let value = slot.view().structured()?;
                    slot = if has(value.descriptor(), *step) { value.slot(step.index) } else { return None };
                }
                Some(PropertyChange::Value(slot))
            }
        }
    }

    /// Undoes the change of a property; returns false if there was none.
    pub fn unset(&mut self, path: &PropertyPath) -> bool {
        let (first, below) = path.split();
        self.changes(path) && self.unset_below(first, below)
    }

    fn unset_below(&mut self, step: Step, below: &[Step]) -> bool {
        match below.split_first() {
            None => self.remove(step.index),
            Some((next, below)) => self.merge(step, *next, |nested| nested.unset_below(*next, below)),
        }
    }
}

/// The change of a property.
enum PropertyChange<'a> {
    Value(&'a dyn Slot),
    Parts,
}

/// Returns whether values of this type have the property of a step.
fn has(ty: &TypeDescriptor, step: Step) -> bool {
    ty.derives_from(step.ty)
}

/// Returns why no change goes through a property, if that is so. Below the first one, immutable properties count where
/// the value is new.
fn unchangeable(step: Step, depth: usize) -> Option<(ErrorCode, String)> {
    let property = step.property();
    let PropertyType { navigation, .. } = *property.ty;
    if navigation {
        let message = format!("navigation property `{}` cannot be changed together with its entity", property.name);
        return Some((ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, message));
    }
    if property.is_updatable() || depth > 0 && property.is_insertable() {
        return None;
    }
    let why = match property.flags {
        flags if flags.is_key() => "part of the key",
        flags if flags.is_computed() => "generated by the service",
        _ => "set at creation",
    };
    Some((ErrorCode::NOT_UPDATABLE, format!("`{}` is {why} and cannot be changed", property.name)))
}
