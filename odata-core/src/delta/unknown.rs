//! Changes of values whose type the program does not know.

use super::RawDelta;
use crate::{
    edm::TypeDescriptor,
    slot::{Input, RawMembers, RawValue, Slot, Structured},
};

/// The changes of a value whose type the program does not know, besides those of its known part.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnknownChanges {
    pub(super) type_name: Box<str>,
    /// The changed members; null removes one.
    pub(super) members: RawMembers,
}

impl UnknownChanges {
    /// Creates an empty change of a value of this type.
    fn new(type_name: impl Into<Box<str>>) -> Self {
        Self { type_name: type_name.into(), members: RawMembers::new() }
    }

    /// Creates an empty change of this value, if its type is unknown.
    fn of(value: &dyn Structured) -> Option<Box<Self>> {
        value.unknown().map(|unknown| Box::new(Self::new(unknown.type_name())))
    }

    /// Takes all of this value, if its type is unknown. The members are moved.
    pub(super) fn take(value: &mut dyn Structured) -> Option<Box<Self>> {
        let unknown = value.unknown_mut()?;
        let members = std::mem::take(unknown.raw_members_mut());
        Some(Box::new(Self { type_name: unknown.type_name().into(), members }))
    }

    /// Sets the member with this name to that of `value`, which may not have it.
    pub(super) fn copy(&mut self, value: &dyn Structured, name: &str) {
        let found = value.unknown().and_then(|unknown| unknown.get(name)).cloned();
        self.members.insert(name.into(), found.unwrap_or_else(RawValue::null));
    }

    /// Changes the members of a value whose type is unknown.
    pub(super) fn apply(self, target: &mut dyn Structured) {
        if let Some(unknown) = target.unknown_mut() {
            self.members.into_iter().for_each(|(name, value)| unknown.put(name, value));
        }
    }
}

impl RawDelta {
    /// Creates an empty change of values of a type that the program does not know.
    pub(super) fn new_unknown(known: &'static TypeDescriptor, type_name: Box<str>) -> Self {
        Self { unknown: Some(Box::new(UnknownChanges::new(type_name))), ..Self::new(known) }
    }

    /// Creates an empty change of values of the type that this value has.
    pub(super) fn of_type(value: &dyn Structured) -> Self {
        Self { unknown: UnknownChanges::of(value), ..Self::new(value.descriptor()) }
    }

    /// Returns the changed members that no type of the program declares, of a value whose type it does not know; null
    /// removes one.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.unknown.iter().flat_map(|unknown| unknown.members.iter())
    }

    /// Returns the name of the type whose members change.
    pub(super) fn type_name(&self) -> &str {
        self.unknown.as_ref().map_or(self.descriptor.name, |unknown| &unknown.type_name)
    }

    /// Returns whether a value of this type keeps it and is merged; it is replaced otherwise.
    pub(super) fn fits(&self, current: &dyn Structured) -> bool {
        let is_of =
            |ty: &TypeDescriptor| if self.exact { ty.is(self.descriptor) } else { ty.derives_from(self.descriptor) };
        is_of(current.descriptor()) && self.fits_unknown(current)
    }

    /// Returns whether the unknown part of the value's type stays as it is.
    pub(super) fn fits_unknown(&self, current: &dyn Structured) -> bool {
        match (&self.unknown, current.unknown()) {
            (Some(changes), Some(unknown)) => *changes.type_name == *unknown.type_name(),
            (Some(_), None) => false,
            (None, Some(_)) => !self.exact,
            (None, None) => true,
        }
    }

    /// Creates a value of the type and lends it to be filled.
    pub(super) fn open<'s>(&self, slot: &'s mut dyn Slot) -> Option<&'s mut dyn Structured> {
        let Some(unknown) = &self.unknown else { return slot.open(Some(self.descriptor)) };
        slot.put(Input::UnknownType(&unknown.type_name)).ok()?;
        slot.current()
    }
}
