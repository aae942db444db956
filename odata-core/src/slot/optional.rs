//! Parameters that may be left out.

use super::{Input, Mismatch, PropertyValue, Slot, Structured, ValueRef, blank_slot};
use crate::edm::{PropertyType, TypeDescriptor};

/// A parameter of an action or function that may be left out (`Core.OptionalParameter`).
///
/// Left out is not null: `Optional<Option<T>>` can be either. A declared default value takes the place of a parameter
/// that a request leaves out.
///
/// ```
/// use odata_core::Optional;
///
/// let mut reason: Optional<String> = Optional::absent();
/// assert_eq!(reason.get(), None);
/// reason.set("spring".to_owned());
/// assert_eq!(reason.into_inner().as_deref(), Some("spring"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Optional<T> {
    value: Option<T>,
}

impl<T> Optional<T> {
    /// Creates a parameter that is left out.
    pub const fn absent() -> Self {
        Self { value: None }
    }

    /// Creates a parameter that has a value.
    pub const fn new(value: T) -> Self {
        Self { value: Some(value) }
    }

    /// Returns whether it is left out.
    pub const fn is_absent(&self) -> bool {
        self.value.is_none()
    }

    /// Returns the value, unless it is left out.
    pub const fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Sets the value.
    pub fn set(&mut self, value: T) {
        self.value = Some(value);
    }

    /// Returns the value, unless it is left out.
    pub fn into_inner(self) -> Option<T> {
        self.value
    }
}

impl<T> Default for Optional<T> {
    fn default() -> Self {
        Self::absent()
    }
}

impl<T> From<T> for Optional<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: PropertyValue> Slot for Optional<T> {
    fn view(&self) -> ValueRef<'_> {
        match &self.value {
            Some(value) => value.view(),
            None => ValueRef::Absent,
        }
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        // A value that is not taken leaves the slot as it is.
        let mut value = T::blank();
        value.put(input)?;
        self.value = Some(value);
        Ok(())
    }

    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        match ty {
            Some(ty) => self.value.insert(T::blank_of(ty)).current(),
            None => self.value.insert(T::blank()).open(None),
        }
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        match &mut self.value {
            Some(value) => value.current(),
            None => None,
        }
    }

    fn push(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Slot> {
        match &mut self.value {
            Some(value) => value.push(ty),
            None => None,
        }
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        match &mut self.value {
            Some(value) => value.item_mut(index),
            None => None,
        }
    }
}

impl<T: PropertyValue> PropertyValue for Optional<T> {
    const TYPE: &'static PropertyType = &T::TYPE.optional(blank_slot::<Self>);
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    type Single = T::Single;

    fn blank() -> Self {
        Self::absent()
    }

    fn copy(&self) -> Self {
        match &self.value {
            Some(value) => Self { value: Some(value.copy()) },
            None => Self { value: None },
        }
    }
}
