//! Access to the values of a structured type, property by property, without knowing its Rust type.
//!
//! [`Slot`] is implemented once for each *value type*, [`Structured`] once for each derived type. Reading, writing,
//! comparing and merging are loops over a descriptor and these two traits.

mod any_of;
mod collection;
mod dynamic;
mod entity_value;
pub(crate) mod enumeration;
pub(crate) mod field;
#[cfg(any(
    feature = "bigdecimal-0_4",
    feature = "chrono-0_4",
    feature = "jiff-0_2",
    feature = "rust_decimal-1",
    feature = "time-0_3"
))]
mod foreign;
#[cfg(feature = "geojson")]
mod geo;
#[doc(hidden)]
pub mod hint;
#[doc(hidden)]
pub mod holds;
mod input;
mod nav;
mod number;
mod optional;
mod raw_value;
mod scalar;
mod scalar_ref;
mod stream;
pub(crate) mod structured;
mod text;
mod unknown;
mod untyped;
mod value_ref;
mod wrapper;

use std::any::Any;

pub use any_of::{AnyOf, Here, IsA, Up};
pub use dynamic::{DynamicProperties, DynamicValue};
pub(crate) use dynamic::{check_name, normal_type};
pub use entity_value::EntityValue;
pub use enumeration::{EnumMemberRef, EnumType, Enumeration};
pub(crate) use field::Field;
// Named by compiler messages.
pub use field::{CloneRequired, NoProperties};
pub use input::{Input, Mismatch};
pub use nav::Nav;
pub use optional::Optional;
pub(crate) use raw_value::RawMembers;
pub use raw_value::RawValue;
pub use scalar_ref::{ScalarRef, ToScalar};
pub(crate) use structured::no_such_property;
pub use structured::{Concrete, Reflect, Structured, StructuredType};
pub use unknown::Unknown;
pub use untyped::Untyped;
pub use value_ref::{List, ValueRef};

use crate::edm::{PropertyType, TypeDescriptor};

/// Access to one value of any type, whose Rust type is unknown.
///
/// ```
/// use odata_core::{Slot, ValueRef, slot::Input};
///
/// let mut seats: Box<dyn Slot> = Box::new(Some(2_i32));
/// assert!(matches!(seats.view(), ValueRef::Integer(2)));
/// assert_eq!(seats.put(Input::Null), Ok(()));
/// assert!(seats.view().is_null());
/// ```
pub trait Slot: AnySlot {
    /// Returns the value, borrowed. All reading of values goes through this.
    fn view(&self) -> ValueRef<'_>;

    /// Takes a scalar, null, or the start of a collection. All changes of values go through this.
    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        Err(match input {
            Input::Null => Mismatch::Null,
            _ => Mismatch::Kind,
        })
    }

    /// Creates a structured value of type `ty` (of the declared type for `None`) and lends it to be filled. Called on
    /// a slot that is still blank, or whose old value is replaced.
    fn open(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Structured> {
        let _ = ty;
        self.current()
    }

    /// Returns the present structured value, mutably.
    fn current(&mut self) -> Option<&mut dyn Structured> {
        None
    }

    /// Appends a blank item to a collection and lends it to be filled. A structured item has type `ty` already, if
    /// that is given.
    fn push(&mut self, ty: Option<&'static TypeDescriptor>) -> Option<&mut dyn Slot> {
        let _ = ty;
        None
    }

    /// Returns the item of a collection at this position, mutably.
    fn item_mut(&mut self, index: usize) -> Option<&mut dyn Slot> {
        let _ = index;
        None
    }

    /// Returns whether both values are the same: floating-point numbers by their bits, decimals, dates and times as
    /// they are written.
    fn same(&self, other: &dyn Slot) -> bool {
        self.view().same(&other.view())
    }
}

/// The abilities of each [`Slot`] as a Rust value: to be copied, and to be exchanged for another one.
// Each of these traits has one supertrait, so that one table of methods serves all of them.
pub trait AnySlot: Any + Send + Sync {
    /// Returns a copy in a box.
    fn clone_slot(&self) -> Box<dyn Slot>;

    /// Exchanges the values of two slots of the same type. Slots of different types are left as they are: the callers
    /// compare descriptors first.
    fn swap(&mut self, other: &mut dyn Slot);
}

impl<T: PropertyValue> AnySlot for T {
    fn clone_slot(&self) -> Box<dyn Slot> {
        Box::new(self.copy())
    }

    fn swap(&mut self, other: &mut dyn Slot) {
        if let Some(other) = (other as &mut dyn Any).downcast_mut::<T>() {
            std::mem::swap(self, other);
        } else {
            debug_assert!(false, "slots of one property have one type");
        }
    }
}

/// A Rust type that can be the type of a property: its type in the entity data model, and its blank value.
///
/// Implemented for the types of the table at the [crate root](crate), for types that derive `ODataEntity`,
/// `ODataComplex` or `ODataEnum`, and for `Option`, `Vec`, `Box`, [`AnyOf`] and [`Nav`] around them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData type",
    label = "no EDM type corresponds to this",
    note = "derive `ODataComplex`, `ODataEntity` or `ODataEnum` for it, use a type of `odata_core::value`, or mark the field `#[odata(skip)]`",
    note = "in place of a newtype, use the type in it"
)]
pub trait PropertyValue: Slot + Sized {
    /// The type in the entity data model.
    const TYPE: &'static PropertyType;

    /// The type of `Vec<Self>`: a collection for everything but `u8`.
    #[doc(hidden)]
    const LIST_TYPE: &'static PropertyType = &Self::TYPE.collection(blank_slot::<Vec<Self>>);

    /// The structured type inside `Option`, `Vec`, `Box`, [`AnyOf`] and [`Nav`]. Kept apart from [`TYPE`](Self::TYPE),
    /// which must not refer to other descriptors directly: they may refer to each other in a circle.
    #[doc(hidden)]
    const STRUCTURED: Option<&'static TypeDescriptor> = None;

    /// The structured type inside `Option`, `Box`, [`AnyOf`] and [`Nav`], whose properties a [`Path`](crate::Path)
    /// reaches; [`NoProperties`] without one.
    #[doc(hidden)]
    type Single;

    /// Creates a value: null, empty, zero, or the first member.
    fn blank() -> Self;

    /// Returns a copy, as `Clone` does.
    #[must_use]
    fn copy(&self) -> Self;

    /// Creates a value of type `ty`, or of the declared type if that does not derive from it. Saves creating a value
    /// that would be replaced at once.
    #[doc(hidden)]
    fn blank_of(ty: &'static TypeDescriptor) -> Self {
        let _ = ty;
        Self::blank()
    }

    /// Like [`copy`](Self::copy), for `Vec<Self>`.
    #[doc(hidden)]
    fn copy_list(list: &Vec<Self>) -> Vec<Self> {
        let mut copy = Vec::with_capacity(list.len());
        let mut items = list.as_slice();
        while let [item, after @ ..] = items {
            copy.push(item.copy());
            items = after;
        }
        copy
    }

    /// Like [`Slot::view`], for `Vec<Self>`.
    #[doc(hidden)]
    fn view_list(list: &Vec<Self>) -> ValueRef<'_> {
        ValueRef::List(list)
    }

    /// Like [`Slot::put`], for `Vec<Self>`.
    #[doc(hidden)]
    fn put_list(list: &mut Vec<Self>, input: Input<'_>) -> Result<(), Mismatch> {
        match input {
            Input::List => {
                list.clear();
                Ok(())
            }
            Input::Null => Err(Mismatch::Null),
            _ => Err(Mismatch::Kind),
        }
    }

    /// Like [`Slot::push`], for `Vec<Self>`.
    #[doc(hidden)]
    fn push_list<'l>(list: &'l mut Vec<Self>, ty: Option<&'static TypeDescriptor>) -> Option<&'l mut dyn Slot> {
        list.push(match ty {
            Some(ty) => Self::blank_of(ty),
            None => Self::blank(),
        });
        match list.as_mut_slice() {
            [.., last] => Some(last),
            [] => None,
        }
    }

    /// Like [`Slot::item_mut`], for `Vec<Self>`.
    #[doc(hidden)]
    fn item_of_list(list: &mut Vec<Self>, index: usize) -> Option<&mut dyn Slot> {
        let items = list.as_mut_slice();
        if index < items.len() { Some(&mut items[index]) } else { None }
    }
}

/// Creates a new value in a box, as the type of a property does.
// Named functions, here and in `field`: a closure is turned into a function pointer by one more function, which the
// compiler counts as one and the same for all closures where it limits how deep functions refer to each other.
pub(crate) fn blank_slot<T: PropertyValue>() -> Box<dyn Slot> {
    Box::new(T::blank())
}

/// Returns the same value as a concrete type.
fn downcast<T: Slot>(slot: &dyn Slot) -> Option<&T> {
    (slot as &dyn Any).downcast_ref()
}
