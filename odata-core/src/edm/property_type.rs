//! The type of a property, as the Rust type of its field determines it.

use super::{EnumDescriptor, PrimitiveType, TypeDefinition, TypeDescriptor};
use crate::{geo::GeoType, slot::Slot};

/// The type of a single value, or of the items of a collection.
///
/// Can be matched without a wildcard: no variant is added before version 1.0.
#[derive(Clone, Copy)]
pub enum EdmType {
    /// A type of the namespace `Edm` (OData CSDL 4.01 §3.3).
    Primitive(PrimitiveType),
    /// An enumeration type (OData CSDL 4.01 §10).
    Enum(&'static EnumDescriptor),
    /// A complex type (OData CSDL 4.01 §9). A function, because types may refer to each other in a circle.
    Complex(fn() -> &'static TypeDescriptor),
    /// An entity type, the target of a navigation property.
    Entity(fn() -> &'static TypeDescriptor),
}

impl EdmType {
    /// Returns the qualified name, such as `Edm.String`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primitive(primitive) => primitive.name(),
            Self::Enum(descriptor) => descriptor.name,
            Self::Complex(descriptor) | Self::Entity(descriptor) => descriptor().name,
        }
    }

    /// Returns whether it is a primitive type.
    #[inline]
    pub const fn is_primitive(self) -> bool {
        matches!(self, Self::Primitive(_))
    }

    /// Returns the descriptor of a structured type.
    pub fn structured(self) -> Option<&'static TypeDescriptor> {
        match self {
            Self::Complex(descriptor) | Self::Entity(descriptor) => Some(descriptor()),
            Self::Primitive(_) | Self::Enum(_) => None,
        }
    }
}

impl std::fmt::Debug for EdmType {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The type of a property, determined by the Rust type of its field.
///
/// ```
/// use odata_core::PropertyValue;
///
/// let ty = <Vec<Option<i32>>>::TYPE;
/// assert_eq!(ty.name(), "Collection(Edm.Int32)");
/// assert!(ty.is_collection() && ty.is_nullable() && !ty.is_required());
/// ```
// In this order: the compiler follows the pointers of a constant in the order of their places, and has to follow those
// between descriptors first, as they go through functions that it meets once. Those to generic functions then lead to
// nothing new.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct PropertyType {
    #[doc(hidden)]
    pub edm: EdmType,
    #[doc(hidden)]
    pub collection: bool,
    #[doc(hidden)]
    pub nullable: bool,
    #[doc(hidden)]
    pub navigation: bool,
    #[doc(hidden)]
    pub polymorphic: bool,
    #[doc(hidden)]
    pub is_abstract: bool,
    /// Whether it is the type of a parameter that may be left out (`Optional<T>`).
    #[doc(hidden)]
    pub optional: bool,
    /// Whether values have limits without declared facets: those of a type definition, or the default `SRID`.
    #[doc(hidden)]
    pub limited: bool,
    /// The fault in the nesting of the Rust type, if there is one.
    #[doc(hidden)]
    pub fault: Option<&'static str>,
    #[doc(hidden)]
    pub definition: Option<&'static TypeDefinition>,
    #[doc(hidden)]
    pub blank: fn() -> Box<dyn Slot>,
}

impl PropertyType {
    /// Creates a primitive type that cannot be null.
    pub(crate) const fn primitive(primitive: PrimitiveType, blank: fn() -> Box<dyn Slot>) -> Self {
        Self::single(EdmType::Primitive(primitive), blank)
    }

    /// Creates the type of a single value that cannot be null.
    pub(crate) const fn single(edm: EdmType, blank: fn() -> Box<dyn Slot>) -> Self {
        Self {
            edm,
            collection: false,
            nullable: false,
            navigation: false,
            polymorphic: false,
            is_abstract: false,
            optional: false,
            limited: matches!(edm, EdmType::Primitive(PrimitiveType::Geo(_))),
            fault: None,
            definition: None,
            blank,
        }
    }

    /// Returns the type of `Option<T>` where `self` is the type of `T`.
    pub(crate) const fn nullable(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.not_optional();
        if self.fault.is_none() {
            if self.navigation {
                self.fault =
                    Some("a navigation property is absent by itself; use `Nav<Option<T>>` without `Option` around it");
            } else if self.collection {
                self.fault = Some("a collection cannot be null; use `Vec<T>` without `Option`");
            } else if self.nullable {
                self.fault = Some("nested `Option`s; one is enough");
            }
        }
        self.nullable = true;
        self.blank = blank;
        self
    }

    /// Returns the type of `Vec<T>` where `self` is the type of `T`.
    pub(crate) const fn collection(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.not_optional();
        if self.fault.is_none() {
            if self.navigation {
                self.fault = Some("a collection of related entities is `Nav<Vec<T>>`");
            } else if self.collection {
                self.fault = Some("a collection cannot hold collections");
            } else if matches!(self.edm, EdmType::Primitive(PrimitiveType::Stream)) {
                self.fault = Some("`Edm.Stream` cannot be an item of a collection");
            }
        }
        self.collection = true;
        self.blank = blank;
        self
    }

    /// Returns the type of `Nav<T>` where `self` is the type of `T`.
    pub(crate) const fn navigation(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.not_optional();
        if self.fault.is_none() {
            if self.navigation {
                self.fault = Some("nested `Nav`s; one is enough");
            } else if self.collection && self.nullable {
                self.fault = Some("a collection of related entities has no null items");
            }
        }
        self.navigation = true;
        self.blank = blank;
        self
    }

    /// Returns the type of a member, where it has no flags: several members have another type.
    pub(crate) const fn member(mut self, descriptor: &EnumDescriptor) -> Self {
        if descriptor.is_flags {
            self.fault =
                Some("a value of an enumeration type with flags has any number of members; put `Flags<..>` around it");
        }
        self
    }

    /// Returns the type of several members of an enumeration type with flags.
    pub(crate) const fn flags(mut self, descriptor: &EnumDescriptor) -> Self {
        // The stand-in for a faulty type has no name.
        if !descriptor.is_flags && !descriptor.name.is_empty() {
            self.fault = Some(
                "`Flags<..>` is for enumeration types with flags; add `#[odata(flags)]` to the enum, or use it without `Flags`",
            );
        }
        self
    }

    /// Returns the type of a newtype around a value of `self`.
    pub(crate) const fn defined(mut self, definition: &'static TypeDefinition, blank: fn() -> Box<dyn Slot>) -> Self {
        self.definition = Some(definition);
        self.limited = true;
        self.blank = blank;
        self
    }

    /// Returns the type of `Optional<T>` where `self` is the type of `T`.
    pub(crate) const fn optional(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.not_optional();
        self.optional = true;
        self.blank = blank;
        self
    }

    /// Notes that a wrapper is around `Optional`, if it is.
    const fn not_optional(&mut self) {
        if self.optional && self.fault.is_none() {
            self.fault = Some("`Optional<..>` stands around all other types of a parameter, once");
        }
    }

    /// Returns the type of a struct whose fields are the parameters of an operation: no value has it as its type.
    pub(crate) const fn parameters(edm: EdmType, blank: fn() -> Box<dyn Slot>) -> Self {
        let mut ty = Self::single(edm, blank);
        ty.fault = Some("an action or function is called; it is not the type of a value");
        ty
    }

    /// Returns the type of `AnyOf<T>` where `self` is the type of `T`.
    pub(crate) const fn any_of(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.polymorphic = true;
        self.blank = blank;
        self
    }

    /// Returns the same type with another way to create a value, for transparent wrappers.
    pub(crate) const fn wrapped(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.blank = blank;
        self
    }

    /// Returns the type of the value, or of the items of a collection; the underlying one of a type definition.
    #[inline]
    pub const fn edm_type(&self) -> EdmType {
        self.edm
    }

    /// Returns the type definition, if the Rust type is one.
    #[inline]
    pub const fn definition(&self) -> Option<&'static TypeDefinition> {
        self.definition
    }

    /// Returns the qualified name of the value's type, or of the items' of a collection.
    pub fn type_name(&self) -> &'static str {
        match self.definition {
            Some(definition) => definition.name,
            None => self.edm.name(),
        }
    }

    /// Returns whether the property is a collection (`Vec<T>`).
    #[inline]
    pub const fn is_collection(&self) -> bool {
        self.collection
    }

    /// Returns whether the value, or an item of the collection, can be null (`Option<T>`).
    #[inline]
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// Returns whether this is a navigation property (`Nav<T>`).
    #[inline]
    pub const fn is_navigation(&self) -> bool {
        self.navigation
    }

    /// Returns whether values of derived types are accepted (`AnyOf<T>`).
    #[inline]
    pub const fn is_polymorphic(&self) -> bool {
        self.polymorphic
    }

    /// Returns whether it is the type of a parameter that may be left out (`Optional<T>`).
    #[inline]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }

    /// Returns whether the structured type is abstract.
    #[inline]
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Returns a new value of the type: null, empty, zero, absent, or the first member.
    #[inline]
    pub fn blank(&self) -> Box<dyn Slot> {
        (self.blank)()
    }

    /// Returns whether a value must be given if no default value is declared.
    pub const fn is_required(&self) -> bool {
        !self.nullable && !self.collection && !self.navigation && !self.optional
    }

    /// Returns the name of the type as CSDL writes it, such as `Collection(Edm.String)`.
    pub fn name(&self) -> String {
        if self.collection { format!("Collection({})", self.type_name()) } else { self.type_name().to_owned() }
    }

    /// Returns whether it is a stream, whose media type determines its content.
    pub(crate) const fn is_stream(&self) -> bool {
        matches!(self.edm, EdmType::Primitive(PrimitiveType::Stream))
    }

    /// Returns whether a value, or an item of a collection, is put as a whole JSON value where it is an object or array.
    pub(crate) const fn takes_json(&self) -> bool {
        matches!(self.edm, EdmType::Primitive(PrimitiveType::Stream | PrimitiveType::Geo(_) | PrimitiveType::Untyped))
    }

    /// Returns the type of geography or geometry.
    pub(crate) const fn geo(&self) -> Option<GeoType> {
        match self.edm {
            EdmType::Primitive(PrimitiveType::Geo(geo)) => Some(geo),
            _ => None,
        }
    }

    /// Returns whether it is a number that is a string under `IEEE754Compatible` (OData JSON 4.01 §3.2).
    pub(crate) const fn is_wide_number(&self) -> bool {
        matches!(self.edm, EdmType::Primitive(PrimitiveType::Int64 | PrimitiveType::Decimal))
    }
}
