//! The type of a property: what the Rust type of its field says.

use super::{EnumDescriptor, PrimitiveType, TypeDescriptor};
use crate::slot::Slot;

/// The type of a single value, or of the items of a collection.
#[derive(Clone, Copy)]
pub enum EdmType {
    /// A primitive type.
    Primitive(PrimitiveType),
    /// An enumeration type.
    Enum(&'static EnumDescriptor),
    /// A complex type. A function, because types may refer to each other in a circle.
    Complex(fn() -> &'static TypeDescriptor),
    /// An entity type, the target of a navigation property.
    Entity(fn() -> &'static TypeDescriptor),
}

impl EdmType {
    /// The qualified name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primitive(primitive) => primitive.name(),
            Self::Enum(descriptor) => descriptor.name,
            Self::Complex(descriptor) | Self::Entity(descriptor) => descriptor().name,
        }
    }

    /// Whether it is a primitive type.
    #[inline]
    pub const fn is_primitive(self) -> bool {
        matches!(self, Self::Primitive(_))
    }

    /// The descriptor of a structured type.
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

/// The type of a property, read off the Rust type of its field.
// In this order: the compiler follows the pointers of a constant in the order of their places, and has to follow those between
// descriptors first, as they lead over functions that it meets once. Those to generic functions then lead to nothing new.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct PropertyType {
    /// The type of the value, or of the items of a collection.
    pub edm: EdmType,
    /// Whether the property is a collection (`Vec<T>`).
    pub collection: bool,
    /// Whether the value, or an item of the collection, can be null (`Option<T>`).
    pub nullable: bool,
    /// Whether this is a navigation property (`Nav<T>`).
    pub navigation: bool,
    /// Whether values of derived types are taken (`AnyOf<T>`).
    pub polymorphic: bool,
    /// Whether the structured type is abstract.
    pub is_abstract: bool,
    /// What is wrong with the nesting of the Rust type, if anything is.
    pub fault: Option<&'static str>,
    /// A new value of the type, in a box.
    pub blank: fn() -> Box<dyn Slot>,
}

impl PropertyType {
    /// A primitive type that cannot be null.
    pub const fn primitive(primitive: PrimitiveType, blank: fn() -> Box<dyn Slot>) -> Self {
        Self::single(EdmType::Primitive(primitive), blank)
    }

    /// A single value that cannot be null.
    pub const fn single(edm: EdmType, blank: fn() -> Box<dyn Slot>) -> Self {
        Self {
            edm,
            collection: false,
            nullable: false,
            navigation: false,
            polymorphic: false,
            is_abstract: false,
            fault: None,
            blank,
        }
    }

    /// The type of `Option<T>` where `self` is the type of `T`.
    pub(crate) const fn nullable(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        if self.fault.is_none() {
            if self.navigation {
                self.fault =
                    Some("a navigation property is absent by itself; use `Nav<Option<T>>` without `Option` around it");
            } else if self.collection {
                self.fault = Some("a collection cannot be null; use `Vec<T>` without `Option`");
            } else if self.nullable {
                self.fault = Some("`Option` stands twice around one value");
            }
        }
        self.nullable = true;
        self.blank = blank;
        self
    }

    /// The type of `Vec<T>` where `self` is the type of `T`.
    pub(crate) const fn collection(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
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

    /// The type of `Nav<T>` where `self` is the type of `T`.
    pub(crate) const fn navigation(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        if self.fault.is_none() {
            if self.navigation {
                self.fault = Some("`Nav` stands twice around one type");
            } else if self.collection && self.nullable {
                self.fault = Some("a collection of related entities has no null items");
            }
        }
        self.navigation = true;
        self.blank = blank;
        self
    }

    /// The type of `AnyOf<T>` where `self` is the type of `T`.
    pub(crate) const fn any_of(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.polymorphic = true;
        self.blank = blank;
        self
    }

    /// The same type with another way to make a new value, for transparent wrappers.
    pub(crate) const fn wrapped(mut self, blank: fn() -> Box<dyn Slot>) -> Self {
        self.blank = blank;
        self
    }

    /// Whether a value must be given where no default value is declared.
    pub const fn is_required(&self) -> bool {
        !self.nullable && !self.collection && !self.navigation
    }

    /// The name of the type as CSDL writes it, such as `Collection(Edm.String)`.
    pub fn name(&self) -> String {
        if self.collection { format!("Collection({})", self.edm.name()) } else { self.edm.name().to_owned() }
    }
}
