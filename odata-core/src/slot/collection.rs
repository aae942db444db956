//! `Vec`: a collection, or bytes.

use super::{Input, List, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, downcast};
use crate::edm::{PropertyType, TypeDescriptor};

impl<T: PropertyValue> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> ValueRef<'_> {
        self.get(index).map_or(ValueRef::Null, Slot::view)
    }
}

impl<T: PropertyValue> Slot for Vec<T> {
    fn view(&self) -> ValueRef<'_> {
        T::view_list(self)
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        T::put_list(self, input)
    }

    fn push(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Slot> {
        T::push_list(self, ty)
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        T::item_of_list(self, index)
    }

    fn same(&self, other: &dyn Slot) -> bool {
        downcast::<Self>(other).is_some_and(|other| {
            self.len() == other.len() && self.iter().zip(other).all(|(item, other)| item.same(other))
        })
    }
}

impl<T: PropertyValue> PropertyValue for Vec<T> {
    const TYPE: &'static PropertyType = T::LIST_TYPE;
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    type Single = NoProperties<Self>;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn copy(&self) -> Self {
        self.iter().map(T::copy).collect()
    }
}
