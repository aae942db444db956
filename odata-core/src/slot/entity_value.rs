//! One bound for values of a type and for values of any type that derives from it.

use super::{AnyOf, PropertyValue, Structured, StructuredType};

/// An entity or complex value whose properties are accessed in the same way: a [`StructuredType`], or an [`AnyOf`]
/// around any value that derives from one.
///
/// Code that compares, changes or stores whole values takes this bound, so that an `AnyOf` represents the value in it
/// and never the part that its declared type knows.
///
/// ```
/// use odata_core::{AnyOf, EntityValue, ODataEntity};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.truck")]
/// pub struct Truck {
///     #[odata(base)]
///     pub vehicle: Vehicle,
///     pub tonnes: f64,
/// }
///
/// fn type_name<T: EntityValue>(value: &T) -> &'static str {
///     value.as_structured().descriptor().name
/// }
///
/// let truck = Truck { vehicle: Vehicle { id: 7 }, tonnes: 7.5 };
/// assert_eq!(type_name(&truck), "fleet.truck");
/// assert_eq!(type_name(&AnyOf::<Vehicle>::new(truck)), "fleet.truck");
/// ```
pub trait EntityValue: PropertyValue {
    /// The type that the value has or derives from.
    type Declared: StructuredType;

    /// Returns the value, whatever its type.
    fn as_structured(&self) -> &dyn Structured;

    /// Returns the value mutably, whatever its type.
    fn as_structured_mut(&mut self) -> &mut dyn Structured;
}

impl<T: StructuredType> EntityValue for T {
    type Declared = T;

    fn as_structured(&self) -> &dyn Structured {
        self
    }

    fn as_structured_mut(&mut self) -> &mut dyn Structured {
        self
    }
}

impl<B: StructuredType> EntityValue for AnyOf<B> {
    type Declared = B;

    fn as_structured(&self) -> &dyn Structured {
        Self::as_structured(self)
    }

    fn as_structured_mut(&mut self) -> &mut dyn Structured {
        Self::as_structured_mut(self)
    }
}
