//! Typed properties: `Policy::PROPERTIES.display_name`.

use std::{fmt, marker::PhantomData};

use crate::{
    Path, PropertyPath,
    edm::PropertyDescriptor,
    path::LeadsTo,
    slot::{IsA, PropertyValue, StructuredType},
};

/// A property of type `V`, declared by the structured type `T`.
///
/// Created by the derives as the fields of the constant `PROPERTIES` of a type, including inherited ones. It gives
/// access to [`Delta`](crate::Delta) without names in strings.
///
/// ```
/// use odata_core::ODataEntity;
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub display_name: Option<String>,
/// }
///
/// let name = Vehicle::PROPERTIES.display_name;
/// assert_eq!((name.name(), name.index()), ("displayName", 1));
/// assert!(name.descriptor().ty().is_nullable());
/// ```
pub struct Property<T, V> {
    /// The position among the properties that `T` itself declares.
    own: u16,
    marker: PhantomData<fn() -> (T, V)>,
}

impl<T, V> Property<T, V> {
    /// Returns the property at this position among those that `T` itself declares.
    #[doc(hidden)]
    pub const fn new(own: u16) -> Self {
        Self { own, marker: PhantomData }
    }
}

impl<T: StructuredType, V> Property<T, V> {
    /// Returns the position along the inheritance chain, base first.
    pub const fn index(self) -> usize {
        T::DESCRIPTOR.start as usize + self.own as usize
    }

    /// Returns the descriptor of the property.
    pub fn descriptor(self) -> &'static PropertyDescriptor {
        match T::DESCRIPTOR.property(self.index()) {
            Some(descriptor) => descriptor,
            None => crate::slot::no_such_property(T::DESCRIPTOR, self.index()),
        }
    }

    /// Returns the name, as in JSON.
    pub fn name(self) -> &'static str {
        self.descriptor().name
    }

    pub(crate) fn untyped(self) -> PropertyPath {
        match PropertyPath::new(T::DESCRIPTOR, self.index()) {
            Some(path) => path,
            None => crate::slot::no_such_property(T::DESCRIPTOR, self.index()),
        }
    }
}

impl<T: StructuredType, V: PropertyValue> Property<T, V> {
    /// Returns the path through this property to one of its type, or of a base type of that.
    pub fn then<D, W, Depth>(self, below: impl Into<Path<D, W>>) -> Path<T, W>
    where
        V::Single: LeadsTo<D, Depth>,
    {
        Path::from(self).then(below)
    }

    /// Returns the path through this property to one of a type that derives from its type.
    pub fn then_as<D, W, Depth>(self, below: impl Into<Path<D, W>>) -> Path<T, W>
    where
        D: StructuredType + IsA<V::Single, Depth>,
    {
        Path::from(self).then_as(below)
    }
}

impl<T, V> Clone for Property<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V> Copy for Property<T, V> {}

impl<T: StructuredType, V> fmt::Debug for Property<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}::{}", T::DESCRIPTOR.rust_name, self.descriptor().rust_name)
    }
}
