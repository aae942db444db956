//! Navigation properties.

use super::{Input, Mismatch, PropertyValue, Slot, Structured, ValueRef, blank_slot};
use crate::edm::{PropertyType, TypeDescriptor};

/// A navigation property (OData CSDL 4.01 §8): `Nav<Vec<E>>`, `Nav<Option<E>>` or `Nav<E>`.
///
/// It is absent until it is expanded or set: an unexpanded collection is not an empty one.
///
/// ```
/// use odata_core::Nav;
///
/// let mut trips: Nav<Vec<i32>> = Nav::absent();
/// assert!(trips.is_absent());
/// trips.set(Vec::new());
/// assert_eq!(trips.get(), Some(&Vec::new()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nav<T> {
    related: Option<T>,
}

impl<T> Nav<T> {
    /// Creates a navigation property that is not expanded.
    pub const fn absent() -> Self {
        Self { related: None }
    }

    /// Creates a navigation property that leads to `related`.
    pub const fn new(related: T) -> Self {
        Self { related: Some(related) }
    }

    /// Returns whether it is not expanded.
    pub const fn is_absent(&self) -> bool {
        self.related.is_none()
    }

    /// Returns what it leads to, if it is expanded.
    pub const fn get(&self) -> Option<&T> {
        self.related.as_ref()
    }

    /// Returns what it leads to, mutably, if it is expanded.
    pub const fn get_mut(&mut self) -> Option<&mut T> {
        self.related.as_mut()
    }

    /// Lets it lead to `related`.
    pub fn set(&mut self, related: T) {
        self.related = Some(related);
    }

    /// Takes out what it leads to, and leaves it absent.
    pub const fn take(&mut self) -> Option<T> {
        self.related.take()
    }

    /// Returns what it leads to, if it is expanded.
    pub fn into_inner(self) -> Option<T> {
        self.related
    }
}

impl<T> Default for Nav<T> {
    fn default() -> Self {
        Self::absent()
    }
}

impl<T> From<T> for Nav<T> {
    fn from(related: T) -> Self {
        Self::new(related)
    }
}

// Without closures: each would be some functions more for each type that is related.
impl<T: PropertyValue> Slot for Nav<T> {
    fn view(&self) -> ValueRef<'_> {
        match &self.related {
            Some(related) => related.view(),
            None => ValueRef::Absent,
        }
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        self.related.insert(T::blank()).put(input)
    }

    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        match ty {
            Some(ty) => self.related.insert(T::blank_of(ty)).current(),
            None => self.related.insert(T::blank()).open(None),
        }
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        match &mut self.related {
            Some(related) => related.current(),
            None => None,
        }
    }

    fn push(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Slot> {
        match &mut self.related {
            Some(related) => related.push(ty),
            None => None,
        }
    }

    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        match &mut self.related {
            Some(related) => related.item_mut(index),
            None => None,
        }
    }
}

impl<T: PropertyValue> PropertyValue for Nav<T> {
    const TYPE: &'static PropertyType = &T::TYPE.navigation(blank_slot::<Self>);
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;

    type Single = T::Single;

    fn blank() -> Self {
        Self::absent()
    }

    fn copy(&self) -> Self {
        match &self.related {
            Some(related) => Self { related: Some(related.copy()) },
            None => Self { related: None },
        }
    }
}
