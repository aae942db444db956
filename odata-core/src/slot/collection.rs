//! `Vec`: a collection, or bytes.

use super::{Input, List, Mismatch, PropertyValue, Slot, ValueRef, downcast, swap};
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

    fn same(&self, other: &dyn Slot) -> bool {
        downcast::<Self>(other).is_some_and(|other| {
            self.len() == other.len() && self.iter().zip(other).all(|(item, other)| item.same(other))
        })
    }

    fn clone_slot(&self) -> Box<dyn Slot> {
        let copies = self.iter().map(|item| {
            let mut copy = T::blank();
            copy.swap(&mut *item.clone_slot());
            copy
        });
        Box::new(copies.collect::<Self>())
    }

    fn swap(&mut self, other: &mut dyn Slot) {
        swap(self, other);
    }
}

impl<T: PropertyValue> PropertyValue for Vec<T> {
    const TYPE: PropertyType = T::LIST_TYPE;
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}
