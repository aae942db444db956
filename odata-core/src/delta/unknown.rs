//! Changes of values whose type the program does not know.

use super::RawDelta;
use crate::{
    edm::TypeDescriptor,
    slot::{Input, RawMembers, RawValue, Slot, Structured},
};

/// What changes of a value whose type the program does not know, beside its known part.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnknownChanges {
    pub(super) type_name: Box<str>,
    /// Null stands for a member that goes away.
    pub(super) members: RawMembers,
}

impl UnknownChanges {
    /// No changes of a value of this type.
    fn new(type_name: impl Into<Box<str>>) -> Self {
        Self { type_name: type_name.into(), members: RawMembers::new() }
    }

    /// No changes of this value, if its type is not known.
    fn of(value: &dyn Structured) -> Option<Box<Self>> {
        value.unknown().map(|unknown| Box::new(Self::new(unknown.type_name())))
    }

    /// All of this value, if its type is not known. The members move.
    pub(super) fn take(value: &mut dyn Structured) -> Option<Box<Self>> {
        let unknown = value.unknown_mut()?;
        let members = std::mem::take(unknown.raw_members_mut());
        Some(Box::new(Self { type_name: unknown.type_name().into(), members }))
    }

    /// Sets the member of this name to what `value` has, which may be nothing.
    pub(super) fn copy(&mut self, value: &dyn Structured, name: &str) {
        let found = value.unknown().and_then(|unknown| unknown.get(name)).cloned();
        self.members.insert(name, found.unwrap_or_else(RawValue::null));
    }

    /// Changes the members of a value whose type is not known.
    pub(super) fn apply(self, target: &mut dyn Structured) {
        if let Some(unknown) = target.unknown_mut() {
            self.members.into_iter().for_each(|(name, value)| unknown.put(name, value));
        }
    }
}

impl RawDelta {
    /// No changes of values of a type that the program does not know.
    pub(super) fn new_unknown(known: &'static TypeDescriptor, type_name: Box<str>) -> Self {
        Self { unknown: Some(Box::new(UnknownChanges::new(type_name))), ..Self::new(known) }
    }

    /// No changes of values of the type that this value has.
    pub(super) fn of_type(value: &dyn Structured) -> Self {
        Self { unknown: UnknownChanges::of(value), ..Self::new(value.descriptor()) }
    }

    /// The changed members that no type of the program declares, of a value whose type it does not know; null stands for
    /// one that goes away.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.unknown.iter().flat_map(|unknown| unknown.members.iter())
    }

    /// The name of the type whose members change.
    pub(super) fn type_name(&self) -> &str {
        self.unknown.as_ref().map_or(self.descriptor.name, |unknown| &unknown.type_name)
    }

    /// Whether a value of this type keeps it and is merged; it is replaced otherwise.
    pub(super) fn fits(&self, current: &dyn Structured) -> bool {
        let is_of =
            |ty: &TypeDescriptor| if self.exact { ty.is(self.descriptor) } else { ty.derives_from(self.descriptor) };
        is_of(current.descriptor()) && self.fits_unknown(current)
    }

    /// Whether what is unknown of the value's type stays as it is.
    pub(super) fn fits_unknown(&self, current: &dyn Structured) -> bool {
        match (&self.unknown, current.unknown()) {
            (Some(changes), Some(unknown)) => *changes.type_name == *unknown.type_name(),
            (Some(_), None) => false,
            (None, Some(_)) => !self.exact,
            (None, None) => true,
        }
    }

    /// Makes a new value of the type and lends it to be filled.
    pub(super) fn open<'s>(&self, slot: &'s mut dyn Slot) -> Option<&'s mut dyn Structured> {
        let Some(unknown) = &self.unknown else { return slot.open(Some(self.descriptor)) };
        slot.put(Input::UnknownType(&unknown.type_name)).ok()?;
        slot.current()
    }
}
