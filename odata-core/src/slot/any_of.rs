//! A value whose type derives from a declared one.

use std::{
    fmt,
    marker::PhantomData,
    ops::{Deref, DerefMut},
};

use super::{
    Concrete, Input, Mismatch, PropertyValue, Slot, Structured, StructuredType, Unknown, ValueRef, blank_slot,
};
use crate::edm::{PropertyType, TypeDescriptor};

/// A value of type `B` or of any type that derives from it.
///
/// It stands wherever derived types are accepted: `Nav<Vec<AnyOf<Policy>>>`, `Option<AnyOf<Target>>`. It dereferences
/// to the part that `B` declares. What a client reads may be of a derived type that the program does not know:
/// [`unknown`](Self::unknown). `$metadata` shows the same for `AnyOf<B>` and `B`.
///
/// ```
/// use odata_core::{AnyOf, ODataEntity};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     pub seats: i32,
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
/// let any: AnyOf<Vehicle> = AnyOf::new(Truck { vehicle: Vehicle { seats: 2 }, tonnes: 7.5 });
/// assert_eq!(any.seats, 2);
/// assert_eq!(any.downcast_ref::<Truck>().map(|truck| truck.tonnes), Some(7.5));
/// assert!(!any.is::<Vehicle>(), "its type is `Truck`");
/// ```
// No bound here nor on what needs none: a wrong type is refused where it becomes the type of a property, once.
pub struct AnyOf<B> {
    value: Box<dyn Structured>,
    declared: PhantomData<fn() -> B>,
}

/// The depth of a type in [`IsA`]: the type itself.
pub struct Here;

/// The depth of a type in [`IsA`]: one level further up than `Depth`.
pub struct Up<Depth>(PhantomData<Depth>);

/// Type `Self` is `B` or derives from it. `Depth` is inferred; it keeps the implementations apart.
#[diagnostic::on_unimplemented(message = "`{Self}` does not derive from `{B}`", label = "does not derive from `{B}`")]
pub trait IsA<B, Depth> {}

impl<B> AnyOf<B> {
    /// Wraps a value.
    ///
    /// An abstract type has no instances of its own, so the compiler refuses a value of it.
    pub fn new<T: Concrete + IsA<B, Depth>, Depth>(value: T) -> Self {
        Self { value: Box::new(value), declared: PhantomData }
    }
}

impl<B: StructuredType> AnyOf<B> {
    /// Wraps a value whose Rust type is not known; gives it back if its type does not derive from `B`.
    pub fn from_structured(value: Box<dyn Structured>) -> Result<Self, Box<dyn Structured>> {
        if value.descriptor().derives_from(B::DESCRIPTOR) && value.part::<B>().is_some() {
            Ok(Self { value, declared: PhantomData })
        } else {
            Err(value)
        }
    }
}

impl<B> AnyOf<B> {
    /// Returns the type of the value; the declared type where the program does not know the type.
    pub fn descriptor(&self) -> &'static TypeDescriptor {
        self.value.descriptor()
    }

    /// Returns the value, whatever its type.
    pub fn as_structured(&self) -> &dyn Structured {
        &*self.value
    }

    /// Returns the value, whatever its type, mutably.
    pub fn as_structured_mut(&mut self) -> &mut dyn Structured {
        &mut *self.value
    }

    /// Returns the value as one of a type that the program does not know, if it is one.
    pub fn unknown(&self) -> Option<&Unknown> {
        self.value.unknown()
    }

    /// Returns the value mutably as one of a type that the program does not know, if it is one.
    pub fn unknown_mut(&mut self) -> Option<&mut Unknown> {
        self.value.unknown_mut()
    }

    /// Returns the value without the wrapper.
    pub fn into_structured(self) -> Box<dyn Structured> {
        self.value
    }

    /// Returns whether the value has exactly the type `T`.
    pub fn is<T: StructuredType>(&self) -> bool {
        self.value.is::<T>()
    }

    /// Returns the value, if it has exactly the type `T`.
    pub fn downcast_ref<T: StructuredType>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }

    /// Returns the value mutably, if it has exactly the type `T`.
    pub fn downcast_mut<T: StructuredType>(&mut self) -> Option<&mut T> {
        self.value.downcast_mut()
    }

    /// Returns the value itself, if it has exactly the type `T`; the wrapper unchanged otherwise.
    pub fn downcast<T: StructuredType>(mut self) -> Result<T, Self> {
        match self.downcast_mut::<T>() {
            Some(value) => Ok(std::mem::replace(value, T::blank())),
            None => Err(self),
        }
    }
}

const INVARIANT: &str = "an `AnyOf` holds a value of its declared type or of one that derives from it";

impl<B: StructuredType> Deref for AnyOf<B> {
    type Target = B;

    fn deref(&self) -> &B {
        self.value.part().expect(INVARIANT)
    }
}

impl<B: StructuredType> DerefMut for AnyOf<B> {
    fn deref_mut(&mut self) -> &mut B {
        self.value.part_mut().expect(INVARIANT)
    }
}

impl<B> Clone for AnyOf<B> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone_structured(), declared: PhantomData }
    }
}

impl<B> PartialEq for AnyOf<B> {
    fn eq(&self, other: &Self) -> bool {
        self.as_structured().same_value(other.as_structured())
    }
}

impl<B> fmt::Debug for AnyOf<B> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_structured().fmt(formatter)
    }
}

// What is done with a value of any type is one function for all declared types.

fn put(value: &mut Box<dyn Structured>, declared: &'static TypeDescriptor, input: Input<'_>) -> Result<(), Mismatch> {
    match input {
        Input::UnknownType(name) => {
            *value = Box::new(Unknown::new((declared.blank)(), name));
            Ok(())
        }
        Input::Null => Err(Mismatch::Null),
        _ => Err(Mismatch::Kind),
    }
}

fn open<'v>(
    value: &'v mut Box<dyn Structured>,
    declared: &'static TypeDescriptor,
    ty: Option<&'static TypeDescriptor>,
) -> Option<&'v mut dyn Structured> {
    let ty = ty.unwrap_or(declared);
    if !ty.derives_from(declared) {
        return None;
    }
    *value = (ty.blank)();
    Some(&mut **value)
}

fn blank_of(declared: &'static TypeDescriptor, ty: &'static TypeDescriptor) -> Box<dyn Structured> {
    if ty.derives_from(declared) { (ty.blank)() } else { (declared.blank)() }
}

impl<B: StructuredType> Slot for AnyOf<B> {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Structured(&*self.value)
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        put(&mut self.value, B::DESCRIPTOR, input)
    }

    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        open(&mut self.value, B::DESCRIPTOR, ty)
    }

    fn current(&mut self) -> Option<&mut dyn Structured> {
        Some(&mut *self.value)
    }
}

impl<B: StructuredType> PropertyValue for AnyOf<B> {
    const TYPE: &'static PropertyType = &B::TYPE.any_of(blank_slot::<Self>);
    const STRUCTURED: Option<&'static TypeDescriptor> = Some(B::DESCRIPTOR);

    type Single = B;

    fn blank() -> Self {
        Self::blank_of(B::DESCRIPTOR)
    }

    fn copy(&self) -> Self {
        self.clone()
    }

    fn blank_of(ty: &'static TypeDescriptor) -> Self {
        Self { value: blank_of(B::DESCRIPTOR, ty), declared: PhantomData }
    }
}
