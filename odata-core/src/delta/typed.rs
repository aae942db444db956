//! Changes of a value with a known Rust type.

use std::{any::Any, marker::PhantomData};

use super::RawDelta;
use crate::{
    Path, PropertySet,
    codec::{ReadOptions, WriteOptions},
    error::Result,
    slot::{DynamicValue, EntityValue, IsA, PropertyValue, StructuredType},
};

/// Changes of an entity or complex value of type `T`: the content of a PATCH body (OData Protocol 4.01 §11.4.3).
///
/// Only the properties in it change. Null is a value, absent is not.
///
/// `Delta<AnyOf<B>>` and `Delta<B>` are the same: both hold changes of a value of type `B` or of any type that derives
/// from it. Members that only a derived type declares are read where the stored value has that type.
///
/// ```
/// use odata_core::{Delta, ODataEntity};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub seats: i32,
///     pub display_name: Option<String>,
/// }
///
/// let mut vehicle = Vehicle { id: 7, seats: 2, display_name: Some("Blue".to_owned()) };
/// let mut delta = Delta::<Vehicle>::from_slice(br#"{"displayName":null}"#)?;
/// delta.set(Vehicle::PROPERTIES.seats, 4)?;
/// assert!(delta.changes(Vehicle::PROPERTIES.display_name));
/// delta.apply_to(&mut vehicle)?;
/// assert_eq!((vehicle.seats, vehicle.display_name), (4, None));
/// # Ok::<(), odata_core::Error>(())
/// ```
pub struct Delta<T> {
    raw: RawDelta,
    marker: PhantomData<fn() -> T>,
}

impl<T: EntityValue> Delta<T> {
    /// Creates a delta without changes.
    pub const fn new() -> Self {
        Self { raw: RawDelta::new(<T::Declared as StructuredType>::DESCRIPTOR), marker: PhantomData }
    }

    /// Reads a PATCH body as a service does: key, computed and immutable members are ignored.
    ///
    /// Nested values whose type the body does not name have their declared types; [`read_for`](Self::read_for) takes
    /// the types from the stored value.
    ///
    /// # Errors
    ///
    /// All faults of the body.
    pub fn from_slice(body: &[u8]) -> Result<Self> {
        Self::from_slice_with(body, &ReadOptions::update())
    }

    /// Reads a PATCH body.
    ///
    /// # Errors
    ///
    /// All faults of the body.
    pub fn from_slice_with(body: &[u8], options: &ReadOptions) -> Result<Self> {
        Ok(Self {
            raw: RawDelta::read_detached(<T::Declared as StructuredType>::DESCRIPTOR, body, options)?,
            marker: PhantomData,
        })
    }

    /// Reads a PATCH body for a stored value, whose type and nested types are used where the body names none.
    ///
    /// The value is of the type or of one that derives from it, and the body may hold members of the derived type.
    ///
    /// # Errors
    ///
    /// All faults of the body.
    pub fn read_for<U: EntityValue, Depth>(stored: &U, body: &[u8], options: &ReadOptions) -> Result<Self>
    where
        U::Declared: IsA<T::Declared, Depth>,
    {
        Ok(Self { raw: RawDelta::read(stored.as_structured(), body, options)?, marker: PhantomData })
    }

    /// Sets a property of the type or of one of its base types, or one below it.
    ///
    /// Values above the property are merged, or created where they are null. A complex value that is set as a whole
    /// means the same as in a body: where there is a value already, it is merged, too.
    ///
    /// # Errors
    ///
    /// If no update changes the property, if it is a navigation property or below one, or if the value exceeds the
    /// facets of its property. Nothing changes then.
    pub fn set<B: StructuredType, V: PropertyValue, Depth>(
        &mut self,
        path: impl Into<Path<B, V>>,
        value: V,
    ) -> Result<&mut Self>
    where
        T::Declared: IsA<B, Depth>,
    {
        self.raw.set(path.into().as_untyped(), Box::new(value))?;
        Ok(self)
    }

    /// Returns the value that a property is set to. `None` if the property does not change, or only parts of it.
    pub fn get<B: StructuredType, V: PropertyValue, Depth>(&self, path: impl Into<Path<B, V>>) -> Option<&V>
    where
        T::Declared: IsA<B, Depth>,
    {
        (self.raw.value(path.into().as_untyped())? as &dyn Any).downcast_ref()
    }

    /// Undoes the change of a property; returns false if there was none.
    pub fn unset<B: StructuredType, V, Depth>(&mut self, path: impl Into<Path<B, V>>) -> bool
    where
        T::Declared: IsA<B, Depth>,
    {
        self.raw.unset(path.into().as_untyped())
    }

    /// Returns whether a property, or a part of it, changes.
    pub fn changes<B: StructuredType, V, Depth>(&self, path: impl Into<Path<B, V>>) -> bool
    where
        T::Declared: IsA<B, Depth>,
    {
        self.raw.changes(path.into().as_untyped())
    }

    /// Sets a dynamic property of an open type; null removes it.
    ///
    /// # Errors
    ///
    /// If the type declares a property with that name, or if it is not the name of a property. Nothing changes then.
    pub fn set_dynamic(&mut self, name: &str, value: impl Into<DynamicValue>) -> Result<&mut Self> {
        self.raw.set_dynamic(name, value)?;
        Ok(self)
    }

    /// Returns the paths of the properties that change.
    pub fn changed(&self) -> PropertySet {
        self.raw.changed()
    }

    /// Returns whether no property changes.
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// Applies the changes to a value of the type or of a type that derives from it: complex values are merged,
    /// collections are replaced.
    ///
    /// # Errors
    ///
    /// If the changes do not fit the value, the value stays as it is.
    pub fn apply_to<U: EntityValue, Depth>(self, target: &mut U) -> Result<()>
    where
        U::Declared: IsA<T::Declared, Depth>,
    {
        self.raw.apply_to(target.as_structured_mut())
    }

    /// Returns the PATCH body, in the spelling of OData 4.0.
    pub fn to_vec(&self) -> Vec<u8> {
        self.to_vec_with(&WriteOptions::default())
    }

    /// Returns the PATCH body, written with these options.
    pub fn to_vec_with(&self, options: &WriteOptions<'_>) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        self.raw.write(options, &mut out);
        out
    }

    /// Returns the changes without the Rust type, borrowed.
    pub const fn as_raw(&self) -> &RawDelta {
        &self.raw
    }

    /// Returns the changes without the Rust type.
    pub fn into_raw(self) -> RawDelta {
        self.raw
    }
}

impl<T: EntityValue> Default for Delta<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Delta<T> {
    fn clone(&self) -> Self {
        Self { raw: self.raw.clone(), marker: PhantomData }
    }
}

impl<T> PartialEq for Delta<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T> std::fmt::Debug for Delta<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.raw.fmt(formatter)
    }
}
