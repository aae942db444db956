//! `Vec`: a collection, or bytes.

use super::{Input, List, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, downcast};
use crate::edm::{PropertyType, TypeDescriptor};

// Without iterators and closures: each would be some functions more for each type of items, of which a model has thousands.
impl<T: PropertyValue> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> ValueRef<'_> {
        let items = self.as_slice();
        if index < items.len() { items[index].view() } else { ValueRef::Null }
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
        let Some(other) = downcast::<Self>(other) else { return false };
        let (mut items, mut others) = (self.as_slice(), other.as_slice());
        while let ([item, items_after @ ..], [other, others_after @ ..]) = (items, others) {
            if !item.same(other) {
                return false;
            }
            (items, others) = (items_after, others_after);
        }
        items.is_empty() && others.is_empty()
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
        T::copy_list(self)
    }
}
