//! Values of derived types that the program does not know.

use std::any::Any;

use super::{AnySlot, DynamicProperties, RawMembers, RawValue, Reflect, Slot, Structured, ValueRef, check_name};
use crate::{
    edm::TypeDescriptor,
    error::{Error, ErrorCode, Result},
};

/// A value of a type that the program does not know, though it derives from a declared one: a newer service sent
/// it.
///
/// [`AnyOf`](super::AnyOf) holds one where the options keep it
/// ([`UnknownTypes::Keep`](crate::codec::UnknownTypes::Keep)). It has the properties of the declared type, which may be
/// abstract, as its known part; the other members are kept unchanged. All of it is compared, and written wherever
/// the value is written as a whole.
///
/// ```
/// use odata_core::{AnyOf, Diff, ODataEntity, codec, codec::ReadOptions, slot::RawValue};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle", abstract)]
/// pub struct Vehicle {
///     pub seats: i32,
/// }
///
/// let body = br##"{"@odata.type":"#fleet.ship","seats":2,"draught":1.50,"masts":3}"##;
/// let old: AnyOf<Vehicle> = codec::from_slice_with(body, &ReadOptions::client())?;
/// assert_eq!(old.seats, 2);
/// assert_eq!(old.unknown().map(|ship| ship.type_name()), Some("fleet.ship"));
/// assert_eq!(codec::to_vec(&old), body);
///
/// let mut new = old.clone();
/// if let Some(ship) = new.unknown_mut() {
///     ship.insert("masts", RawValue::from_json("2")?)?;
/// }
/// assert_eq!(old.diff(&new)?.to_vec(), br#"{"masts":2}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Unknown {
    known: Box<dyn Structured>,
    type_name: Box<str>,
    members: RawMembers,
}

impl Unknown {
    /// Creates a value without unknown members.
    pub(crate) fn new(known: Box<dyn Structured>, type_name: impl Into<Box<str>>) -> Self {
        Self { known, type_name: type_name.into(), members: RawMembers::new() }
    }

    /// Returns the properties of the declared type.
    pub fn known(&self) -> &dyn Structured {
        &*self.known
    }

    /// Returns the qualified name of the type.
    pub fn type_name(&self) -> &str {
        &self.type_name
    }

    /// Returns the members that the declared type does not have, in the order of their names. A dynamic property of an
    /// open type is one of them: it cannot be distinguished from a property that the unknown type declares.
    pub fn members(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.members.iter()
    }

    /// Returns the member with this name.
    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.members.get(name)
    }

    /// Sets a member.
    ///
    /// # Errors
    ///
    /// If the known part declares a property with that name, or if it is not the name of a property.
    pub fn insert(&mut self, name: &str, value: RawValue) -> Result<()> {
        if self.descriptor().find(name).is_some() {
            let message = format!("`{}` declares `{name}`, which is set as an unknown member", self.descriptor().name);
            return Err(Error::new(ErrorCode::TYPE_MISMATCH, message).with_target(name));
        }
        check_name(name)?;
        self.put(name.into(), value);
        Ok(())
    }

    /// Removes a member and returns its value, if there is one with this name.
    pub fn remove(&mut self, name: &str) -> Option<RawValue> {
        self.members.remove(name)
    }

    /// Sets a member that the known part does not declare.
    pub(crate) fn put(&mut self, name: Box<str>, value: RawValue) {
        if let Some(dynamic) = self.known.dynamic_mut() {
            dynamic.remove(&name);
        }
        self.members.insert(name, value);
    }

    pub(crate) const fn raw_members(&self) -> &RawMembers {
        &self.members
    }

    pub(crate) const fn raw_members_mut(&mut self) -> &mut RawMembers {
        &mut self.members
    }

    /// Returns whether type and members are the same.
    fn same_unknown(&self, other: &Self) -> bool {
        self.type_name == other.type_name && self.members.different(&other.members).next().is_none()
    }
}

impl dyn Structured {
    /// Returns the value as one of a type that the program does not know, if it is one.
    pub fn unknown(&self) -> Option<&Unknown> {
        (self as &dyn Any).downcast_ref()
    }

    /// Returns the value, mutably, as one of a type that the program does not know, if it is one.
    pub fn unknown_mut(&mut self) -> Option<&mut Unknown> {
        (self as &mut dyn Any).downcast_mut()
    }

    /// Returns the qualified name of the value's type, which the program may not know.
    pub fn type_name(&self) -> &str {
        self.unknown().map_or(self.descriptor().name, Unknown::type_name)
    }

    /// Returns whether both values have the same type.
    pub(crate) fn has_type_of(&self, other: &dyn Structured) -> bool {
        self.descriptor().is(other.descriptor())
            && match (self.unknown(), other.unknown()) {
                (None, None) => true,
                (Some(one), Some(other)) => one.type_name == other.type_name,
                _ => false,
            }
    }

    /// Returns whether neither value has members of an unknown type, or both have the same.
    pub(crate) fn has_unknown_of(&self, other: &dyn Structured) -> bool {
        match (self.unknown(), other.unknown()) {
            (None, None) => true,
            (Some(one), Some(other)) => one.same_unknown(other),
            _ => false,
        }
    }
}

impl Clone for Unknown {
    fn clone(&self) -> Self {
        let known = self.known.clone_structured();
        Self { known, type_name: self.type_name.clone(), members: self.members.clone() }
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.known.same_value(&*other.known) && self.same_unknown(other)
    }
}

impl AnySlot for Unknown {
    fn clone_slot(&self) -> Box<dyn Slot> {
        Box::new(self.clone())
    }

    fn swap(&mut self, other: &mut dyn Slot) {
        if let Some(other) = (other as &mut dyn Any).downcast_mut() {
            std::mem::swap(self, other);
        }
    }
}

impl Slot for Unknown {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Structured(self)
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        Some(self)
    }
}

/// Reports the type of the known part.
impl Reflect for Unknown {
    fn descriptor(&self) -> &'static TypeDescriptor {
        self.known.descriptor()
    }

    fn clone_structured(&self) -> Box<dyn Structured> {
        Box::new(self.clone())
    }
}

impl Structured for Unknown {
    fn slot(&self, index: usize) -> &dyn Slot {
        self.known.slot(index)
    }

    fn slot_mut(&mut self, index: usize) -> &mut dyn Slot {
        self.known.slot_mut(index)
    }

    fn base(&self) -> Option<&dyn Structured> {
        Some(&*self.known)
    }

    fn base_mut(&mut self) -> Option<&mut dyn Structured> {
        Some(&mut *self.known)
    }

    fn dynamic(&self) -> Option<&DynamicProperties> {
        self.known.dynamic()
    }

    fn dynamic_mut(&mut self) -> Option<&mut DynamicProperties> {
        self.known.dynamic_mut()
    }
}
