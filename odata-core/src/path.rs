//! Typed paths: `Policy::PROPERTIES.address.then(Address::PROPERTIES.city)`.

use std::{fmt, marker::PhantomData};

use crate::{
    Property, PropertyPath,
    slot::{IsA, PropertyValue, StructuredType},
};

/// A path that has reached a value of type `Self` and can continue to properties that `D` declares.
#[diagnostic::on_unimplemented(
    message = "no path leads below `{Self}`",
    label = "there is no single complex value or entity",
    note = "a path goes on below a single complex value or entity, through `Option`, `Box`, `AnyOf` and `Nav`"
)]
pub trait LeadsTo<D, Depth> {}

#[diagnostic::do_not_recommend]
impl<T: IsA<D, Depth>, D, Depth> LeadsTo<D, Depth> for T {}

/// The path to a property of type `V`, from a value of the structured type `T`.
///
/// A [`Property`] is the path to itself; [`then`](Property::then) continues it, through `Option`, `Box`,
/// [`AnyOf`](crate::AnyOf) and [`Nav`](crate::Nav).
///
/// ```
/// use odata_core::{AnyOf, Delta, ODataComplex, ODataEntity, Path};
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "fleet.place")]
/// pub struct Place {
///     pub name: Option<String>,
/// }
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "fleet.garage")]
/// pub struct Garage {
///     #[odata(base)]
///     pub place: Place,
///     pub floors: i32,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub parked: Option<AnyOf<Place>>,
/// }
///
/// let name: Path<Vehicle, Option<String>> = Vehicle::PROPERTIES.parked.then(Place::PROPERTIES.name);
/// let floors: Path<Vehicle, i32> = Vehicle::PROPERTIES.parked.then_as(Garage::PROPERTIES.floors);
/// assert_eq!(floors.to_string(), "parked/fleet.garage/floors");
///
/// let mut delta = Delta::<Vehicle>::new();
/// delta.set(name, Some("North".to_owned()))?;
/// assert_eq!(delta.to_vec(), br#"{"parked":{"name":"North"}}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
pub struct Path<T, V> {
    untyped: PropertyPath,
    marker: PhantomData<fn() -> (T, V)>,
}

impl<T, V: PropertyValue> Path<T, V> {
    /// Returns the path and, below its property, a property of its type or of a base type of that.
    #[must_use]
    pub fn then<D, W, Depth>(self, below: impl Into<Path<D, W>>) -> Path<T, W>
    where
        V::Single: LeadsTo<D, Depth>,
    {
        self.join(below.into(), false)
    }

    /// Returns the path and, below its property, a property of a type that derives from its type.
    #[must_use]
    pub fn then_as<D, W, Depth>(self, below: impl Into<Path<D, W>>) -> Path<T, W>
    where
        D: StructuredType + IsA<V::Single, Depth>,
    {
        let is_cast = V::STRUCTURED.is_none_or(|declared| !declared.is(D::DESCRIPTOR));
        self.join(below.into(), is_cast)
    }

    fn join<D, W>(self, below: Path<D, W>, is_cast: bool) -> Path<T, W> {
        Path { untyped: self.untyped.join(below.untyped, is_cast), marker: PhantomData }
    }
}

impl<T, V> Path<T, V> {
    /// Returns the path without the Rust types.
    pub const fn as_untyped(&self) -> &PropertyPath {
        &self.untyped
    }
}

impl<T: StructuredType, V> From<Property<T, V>> for Path<T, V> {
    fn from(property: Property<T, V>) -> Self {
        Self { untyped: property.untyped(), marker: PhantomData }
    }
}

impl<T, V> From<Path<T, V>> for PropertyPath {
    fn from(path: Path<T, V>) -> Self {
        path.untyped
    }
}

impl<T, V> Clone for Path<T, V> {
    fn clone(&self) -> Self {
        Self { untyped: self.untyped.clone(), marker: PhantomData }
    }
}

impl<T, V> fmt::Display for Path<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.untyped.fmt(formatter)
    }
}

impl<T, V> fmt::Debug for Path<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.untyped)
    }
}
