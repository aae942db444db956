//! `Option` makes a type nullable, `Box` changes nothing.

use super::{Input, Mismatch, PropertyValue, Slot, Structured, ValueRef, blank_slot, downcast};
use crate::edm::{PropertyType, TypeDescriptor};

impl<T: PropertyValue> Slot for Option<T> {
    #[inline]
    fn view(&self) -> ValueRef<'_> {
        match self {
            Some(value) => value.view(),
            None => ValueRef::Null,
        }
    }

    #[inline]
    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        match (input, self) {
            (Input::Null, option) => {
                *option = None;
                Ok(())
            }
            // A stream that is there already has its media type, which may come before its value.
            (_, option) => option.get_or_insert_with(T::blank).put(input),
        }
    }

    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        match ty {
            Some(ty) => self.insert(T::blank_of(ty)).current(),
            None => self.insert(T::blank()).open(None),
        }
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        match self {
            Some(value) => value.current(),
            None => None,
        }
    }

    #[inline]
    fn same(&self, other: &dyn Slot) -> bool {
        match (self, downcast::<Self>(other)) {
            (Some(value), Some(Some(other))) => value.same(other),
            (None, Some(None)) => true,
            _ => false,
        }
    }
}

impl<T: PropertyValue> PropertyValue for Option<T> {
    const TYPE: &'static PropertyType = &T::TYPE.nullable(blank_slot::<Self>);
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    type Single = T::Single;

    #[inline]
    fn blank() -> Self {
        None
    }

    fn copy(&self) -> Self {
        self.as_ref().map(T::copy)
    }

    fn blank_of(ty: &'static TypeDescriptor) -> Self {
        Some(T::blank_of(ty))
    }
}

impl<T: PropertyValue> Slot for Box<T> {
    fn view(&self) -> ValueRef<'_> {
        (**self).view()
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        (**self).put(input)
    }

    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        (**self).open(ty)
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        (**self).current()
    }

    fn push(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Slot> {
        (**self).push(ty)
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        (**self).item_mut(index)
    }
}

impl<T: PropertyValue> PropertyValue for Box<T> {
    const TYPE: &'static PropertyType = &T::TYPE.wrapped(blank_slot::<Self>);
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    type Single = T::Single;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn copy(&self) -> Self {
        Self::new(T::copy(self))
    }

    fn blank_of(ty: &'static TypeDescriptor) -> Self {
        Self::new(T::blank_of(ty))
    }
}
