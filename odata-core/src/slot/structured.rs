//! Values that have properties: entities and complex values.

use std::any::Any;

use super::{DynamicProperties, DynamicValue, Here, IsA, PropertyValue, Slot};
use crate::{
    edm::TypeDescriptor,
    error::{Error, ErrorCode, Result},
};

/// An entity or a complex value, whatever its type.
///
/// ```
/// use odata_core::{ODataEntity, Structured};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub display_name: Option<String>,
/// }
///
/// /// Returns the number of properties of a value that are null.
/// fn nulls(value: &dyn Structured) -> usize {
///     let properties = value.descriptor().properties();
///     properties.filter(|(index, _)| value.slot(*index).view().is_null()).count()
/// }
///
/// assert_eq!(nulls(&Vehicle { id: 7, display_name: None }), 1);
/// ```
pub trait Structured: Reflect {
    /// Returns the property with this index, which is below the descriptor's [`len`](TypeDescriptor::len).
    fn slot(&self, index: usize) -> &dyn Slot;

    /// Returns the property with this index, mutably.
    fn slot_mut(&mut self, index: usize) -> &mut dyn Slot;

    /// Returns the part that the base type declares.
    fn base(&self) -> Option<&dyn Structured> {
        None
    }

    /// Returns the part that the base type declares, mutably.
    fn base_mut(&mut self) -> Option<&mut dyn Structured> {
        None
    }

    /// Returns the dynamic properties of an open type.
    fn dynamic(&self) -> Option<&DynamicProperties> {
        self.base()?.dynamic()
    }

    /// Returns the dynamic properties of an open type, mutably.
    fn dynamic_mut(&mut self) -> Option<&mut DynamicProperties> {
        self.base_mut()?.dynamic_mut()
    }
}

/// The abilities of each [`Structured`] value that follow from its [`StructuredType`]: its type, and a copy.
pub trait Reflect: Slot {
    /// Returns the descriptor of the type of the value.
    fn descriptor(&self) -> &'static TypeDescriptor;

    /// Returns a copy in a box.
    fn clone_structured(&self) -> Box<dyn Structured>;
}

impl<T: StructuredType> Reflect for T {
    #[inline]
    fn descriptor(&self) -> &'static TypeDescriptor {
        T::DESCRIPTOR
    }

    fn clone_structured(&self) -> Box<dyn Structured> {
        Box::new(self.copy())
    }
}

impl dyn Structured {
    /// Returns whether the value is exactly of the Rust type `T`.
    pub fn is<T: StructuredType>(&self) -> bool {
        (self as &dyn Any).is::<T>()
    }

    /// Returns the value as the Rust type `T`, if it is exactly one.
    pub fn downcast_ref<T: StructuredType>(&self) -> Option<&T> {
        (self as &dyn Any).downcast_ref()
    }

    /// Returns the value as the Rust type `T`, mutably, if it is exactly one.
    pub fn downcast_mut<T: StructuredType>(&mut self) -> Option<&mut T> {
        (self as &mut dyn Any).downcast_mut()
    }

    /// Returns the value itself as the Rust type `T`, or the part of it that its base type `T` declares.
    pub fn part<T: StructuredType>(&self) -> Option<&T> {
        let mut level = self;
        loop {
            if let Some(found) = level.downcast_ref() {
                return Some(found);
            }
            level = level.base()?;
        }
    }

    /// Like `part`, mutably.
    pub fn part_mut<T: StructuredType>(&mut self) -> Option<&mut T> {
        let mut level = self;
        loop {
            if level.is::<T>() {
                return level.downcast_mut();
            }
            level = level.base_mut()?;
        }
    }

    /// Sets a dynamic property of a value of an open type. Null removes it.
    ///
    /// # Errors
    ///
    /// If the type is not open, if it declares a property with that name, or if it is not the name of a property.
    /// Nothing changes then.
    pub fn insert_dynamic(&mut self, name: &str, value: impl Into<DynamicValue>) -> Result<()> {
        let descriptor = self.descriptor();
        let refuse = |code, message: String| Err(Error::new(code, message).with_target(name));
        if descriptor.find(name).is_some() {
            let message = format!("`{}` declares `{name}`, which is set as a dynamic property", descriptor.name);
            return refuse(ErrorCode::TYPE_MISMATCH, message);
        }
        match self.dynamic_mut() {
            Some(dynamic) => dynamic.insert(name, value),
            None => {
                let message = format!("`{name}` is not a property of `{}`, which is not open", descriptor.name);
                refuse(ErrorCode::UNDECLARED_PROPERTY, message)
            }
        }
    }

    /// Returns whether both have the same type and the same values.
    pub fn same_value(&self, other: &dyn Structured) -> bool {
        let descriptor = self.descriptor();
        descriptor.is(other.descriptor())
            && (0..descriptor.len()).all(|index| self.slot(index).same(other.slot(index)))
            && self.dynamic() == other.dynamic()
            && self.has_unknown_of(other)
    }
}

impl std::fmt::Debug for dyn Structured + '_ {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let descriptor = self.descriptor();
        let mut shown = formatter.debug_struct(descriptor.rust_name);
        for (index, property) in descriptor.properties() {
            shown.field(property.rust_name, &self.slot(index).view());
        }
        if let Some(dynamic) = self.dynamic() {
            shown.field("dynamic properties", dynamic);
        }
        if let Some(unknown) = self.unknown() {
            shown.field("unknown type", &unknown.type_name()).field("unknown members", unknown.raw_members());
        }
        shown.finish()
    }
}

/// An entity type or complex type, declared with `#[derive(ODataEntity)]` or `#[derive(ODataComplex)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData entity type or complex type",
    label = "not an OData entity type or complex type",
    note = "derive `ODataEntity` or `ODataComplex` for it"
)]
pub trait StructuredType: Structured + PropertyValue + IsA<Self, Here> {
    /// The descriptor of the type.
    const DESCRIPTOR: &'static TypeDescriptor;

    /// The typed properties; inherited ones are accessed by dereferencing.
    type Properties: 'static;

    /// The typed properties. Derived types also have this as an inherent constant.
    const TYPED_PROPERTIES: &'static Self::Properties;
}

/// A [`StructuredType`] that is not abstract: values can have exactly this type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no instances of its own",
    label = "abstract, or not an OData entity type or complex type",
    note = "wrap a value of a type that derives from it"
)]
pub trait Concrete: StructuredType {}

/// Panics because an index is not that of a property of the type. Indexes come from the type's own descriptor.
#[cold]
#[inline(never)]
pub fn no_such_property(descriptor: &TypeDescriptor, index: usize) -> ! {
    panic!("{} has {} properties, none has the index {index}", descriptor.name, descriptor.len())
}
