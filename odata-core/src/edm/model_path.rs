//! Paths of properties in declarations.

use std::fmt;

use super::{PropertyDescriptor, TypeDescriptor};

/// A path of properties that a declaration names, such as a part of a key or the path of a binding (OData CSDL 4.01
/// §6.5, §13.4).
///
/// It begins at a structured type and may go through complex values, related entities and collections of them, and to
/// types that derive from theirs. `Display` writes it as `$metadata` does.
///
/// ```
/// use odata_core::{ODataComplex, ODataEntity, StructuredType};
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "shop.info")]
/// pub struct Info {
///     pub id: i32,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "shop.product", key(info.id as infoId))]
/// pub struct Product {
///     pub info: Info,
/// }
///
/// let part = Product::DESCRIPTOR.key().next().expect("a product has a key");
/// assert_eq!((part.name(), part.to_string()), ("infoId", "info/id".to_owned()));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ModelPath {
    #[doc(hidden)]
    pub root: &'static TypeDescriptor,
    /// Empty places are at the end.
    #[doc(hidden)]
    pub steps: &'static [Option<ModelStep>],
    /// The type after the last step, where the path ends with a cast.
    #[doc(hidden)]
    pub cast: Option<&'static TypeDescriptor>,
}

/// A step of a path: a property, with the type that it was found in.
#[derive(Clone, Copy)]
pub struct ModelStep {
    /// The type that the property was found in: the one that the step before leads to or is cast to, or a base type.
    #[doc(hidden)]
    pub ty: &'static TypeDescriptor,
    /// The position along the inheritance chain of that type.
    #[doc(hidden)]
    pub index: u16,
    #[doc(hidden)]
    pub property: &'static PropertyDescriptor,
    /// The structured type that the property leads to, which constant code cannot ask the property for.
    #[doc(hidden)]
    pub target: Option<&'static TypeDescriptor>,
    /// The type that the value is cast to before the step, which has or inherits the property.
    #[doc(hidden)]
    pub cast: Option<&'static TypeDescriptor>,
}

impl ModelPath {
    /// Returns the type that the path begins in.
    pub const fn root(&self) -> &'static TypeDescriptor {
        self.root
    }

    /// Returns the steps in order.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &'static ModelStep> + use<> {
        self.steps.iter().flatten()
    }

    /// Returns the step at this position.
    pub const fn step(&self, position: usize) -> Option<&'static ModelStep> {
        if position < self.steps.len() { self.steps[position].as_ref() } else { None }
    }

    /// Returns the last step; `None` for a path without properties.
    pub const fn last(&self) -> Option<&'static ModelStep> {
        let mut position = self.steps.len();
        while position > 0 {
            position -= 1;
            if let Some(step) = &self.steps[position] {
                return Some(step);
            }
        }
        None
    }

    /// Returns the type that the path is cast to at its end.
    pub const fn cast(&self) -> Option<&'static TypeDescriptor> {
        self.cast
    }

    /// Returns the last property of the path; `None` for a path without properties.
    pub const fn property(&self) -> Option<&'static PropertyDescriptor> {
        match self.last() {
            Some(step) => Some(step.property),
            None => None,
        }
    }

    /// Returns the structured type that the path leads to.
    pub const fn target(&self) -> Option<&'static TypeDescriptor> {
        match (self.cast, self.last()) {
            (Some(cast), _) => Some(cast),
            (None, Some(step)) => step.target,
            (None, None) => Some(self.root),
        }
    }
}

impl ModelStep {
    /// Returns the type that the property was found in.
    pub const fn ty(&self) -> &'static TypeDescriptor {
        self.ty
    }

    /// Returns the index of the property in that type.
    pub const fn index(&self) -> usize {
        self.index as usize
    }

    /// Returns the property that the step leads to.
    pub const fn property(&self) -> &'static PropertyDescriptor {
        self.property
    }

    /// Returns the structured type that the property leads to, as a single value or in a collection.
    pub const fn target(&self) -> Option<&'static TypeDescriptor> {
        self.target
    }

    /// Returns the type that the value is cast to before the step.
    pub const fn cast(&self) -> Option<&'static TypeDescriptor> {
        self.cast
    }
}

impl PartialEq for ModelStep {
    fn eq(&self, other: &Self) -> bool {
        self.ty.is(other.ty) && self.index == other.index && self.cast == other.cast
    }
}

impl Eq for ModelStep {}

/// Writes names and casts: `info/id`, `parts/shop.bundle/items`.
impl fmt::Display for ModelPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for step in self.steps() {
            if let Some(cast) = step.cast {
                write!(formatter, "{separator}{}", cast.name)?;
                separator = "/";
            }
            write!(formatter, "{separator}{}", step.property.name)?;
            separator = "/";
        }
        match self.cast {
            Some(cast) => write!(formatter, "{separator}{}", cast.name),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ModelPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self}", self.root.name)
    }
}

impl fmt::Debug for ModelStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.ty.name, self.property.name)
    }
}
