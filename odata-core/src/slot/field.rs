//! What generated code knows of the types that a user wrote: function pointers, handed out by one generic function for
//! each role. No other generated code has a bound on such a type, so that one fault gives one compile error.

use std::{marker::PhantomData, ops::Deref};

use super::{PropertyValue, Slot, Structured, StructuredType};
use crate::edm::{PropertyType, TypeDescriptor};

/// Access to a field of type `T`.
pub struct Field<T: 'static> {
    /// The type in the entity data model.
    pub ty: &'static PropertyType,
    /// Makes a new value of the type.
    pub blank: fn() -> T,
    /// The field as a slot.
    pub slot: fn(&T) -> &dyn Slot,
    /// The field as a slot, mutably.
    pub slot_mut: fn(&mut T) -> &mut dyn Slot,
}

impl<T: PropertyValue> Field<T> {
    /// Access to a field of this type.
    pub const NEW: Self = Self { ty: T::TYPE, blank: T::blank, slot: slot::<T>, slot_mut: slot_mut::<T> };
}

/// Access to a field of type `T`; the one place that asks for [`PropertyValue`].
pub const fn field<T: PropertyValue>() -> Field<T> {
    Field::NEW
}

fn slot<T: PropertyValue>(field: &T) -> &dyn Slot {
    field
}

fn slot_mut<T: PropertyValue>(field: &mut T) -> &mut dyn Slot {
    field
}

/// Access to the embedded base of type `T`.
pub struct Base<T: 'static> {
    /// What the base's type says of itself.
    pub descriptor: &'static TypeDescriptor,
    /// Makes a new value of the type.
    pub blank: fn() -> T,
    /// A property of the base.
    pub slot: fn(&T, usize) -> &dyn Slot,
    /// A property of the base, mutably.
    pub slot_mut: fn(&mut T, usize) -> &mut dyn Slot,
    /// The base as a structured value.
    pub structured: fn(&T) -> &dyn Structured,
    /// The base as a structured value, mutably.
    pub structured_mut: fn(&mut T) -> &mut dyn Structured,
}

/// Access to an embedded base; the one place that asks for [`StructuredType`] of it.
pub const fn base<T: StructuredType>() -> Base<T> {
    Base {
        descriptor: T::DESCRIPTOR,
        blank: T::blank,
        slot: base_slot::<T>,
        slot_mut: base_slot_mut::<T>,
        structured: structured::<T>,
        structured_mut: structured_mut::<T>,
    }
}

fn structured<T: StructuredType>(base: &T) -> &dyn Structured {
    base
}

fn structured_mut<T: StructuredType>(base: &mut T) -> &mut dyn Structured {
    base
}

// Not inlined: a derived type calls its base's accessor instead of holding a copy of it.
#[inline(never)]
fn base_slot<T: StructuredType>(base: &T, index: usize) -> &dyn Slot {
    base.slot(index)
}

#[inline(never)]
fn base_slot_mut<T: StructuredType>(base: &mut T, index: usize) -> &mut dyn Slot {
    base.slot_mut(index)
}

/// What a structured type must do for itself beside what the derive writes: be `Clone`.
///
/// Without it `derived.clone()` would dereference and quietly clone the base.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is an OData type but not `Clone`",
    label = "`Clone` is missing",
    note = "add `#[derive(Clone)]` to `{Self}`"
)]
pub trait CloneRequired: Sized {
    /// Returns a clone.
    #[must_use]
    fn copy(&self) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Clone> CloneRequired for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// Returns a copy of a value; the one place that asks for `Clone`.
pub fn copy<T: CloneRequired>(value: &T) -> T {
    value.copy()
}

/// Leads from the typed properties of a type to those of its base `B`, by dereferencing twice. It has no bound on `B`
/// where it is named, so a wrong base is one compile error.
pub struct BaseProperties<B>(PhantomData<fn() -> B>);

impl<B> BaseProperties<B> {
    /// Its one value, which holds nothing.
    pub const NEW: Self = Self(PhantomData);
}

impl<B: StructuredType> Deref for BaseProperties<B> {
    type Target = B::Properties;

    fn deref(&self) -> &B::Properties {
        B::TYPED_PROPERTIES
    }
}

/// Stands for the structured type of a `T` that has none, or many: no path leads below it.
pub struct NoProperties<T>(PhantomData<T>);
