//! Paths to properties below properties.

use std::fmt;

use crate::edm::{PropertyDescriptor, TypeDescriptor};

/// The path to a property of a structured type, through complex values and related entities (OData URL Conventions 4.01
/// §4.6): the untyped form of [`Path`](crate::Path).
///
/// ```
/// use odata_core::{ODataComplex, PropertyPath, StructuredType};
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "fleet.position")]
/// struct Position {
///     latitude: f64,
/// }
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "fleet.stop")]
/// struct Stop {
///     position: Option<Position>,
/// }
///
/// let position = PropertyPath::new(Stop::DESCRIPTOR, 0).expect("a stop has a property");
/// let latitude = position.then(Position::DESCRIPTOR, 0).expect("a position has a property");
/// assert_eq!(latitude.to_string(), "position/latitude");
/// assert_eq!(latitude, Stop::PROPERTIES.position.then(Position::PROPERTIES.latitude).into());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PropertyPath {
    // Most paths have one step, which needs no allocation.
    first: Step,
    rest: Vec<Step>,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The type that has the property: the type declared by the step before, a base of it, or one that derives from it.
    pub(crate) ty: &'static TypeDescriptor,
    pub(crate) index: usize,
    /// Whether the type derives from the declared one.
    pub(crate) is_cast: bool,
}

impl Step {
    /// Returns the descriptor of the property.
    pub(crate) fn property(self) -> &'static PropertyDescriptor {
        match self.ty.property(self.index) {
            Some(property) => property,
            None => crate::slot::no_such_property(self.ty, self.index),
        }
    }
}

impl PropertyPath {
    /// Returns the property of a type with this index. `None` if it has no such property.
    pub fn new(ty: &'static TypeDescriptor, index: usize) -> Option<Self> {
        ty.property(index)?;
        Some(Self { first: Step { ty, index, is_cast: false }, rest: Vec::new() })
    }

    /// Returns the path and, below its property, the property of `ty` with this index.
    ///
    /// `None` if the property is not a single structured value, `ty` is neither its declared type nor a base type of
    /// that nor a type that derives from it, or `ty` has no such property.
    #[must_use]
    pub fn then(mut self, ty: &'static TypeDescriptor, index: usize) -> Option<Self> {
        let above = self.last().property();
        let declared = above.ty.edm.structured().filter(|_| !above.ty.collection)?;
        ty.property(index)?;
        let is_cast = !declared.derives_from(ty);
        if is_cast && !ty.derives_from(declared) {
            return None;
        }
        self.rest.push(Step { ty, index, is_cast });
        Some(self)
    }

    /// Appends another path below the property.
    pub(crate) fn join(mut self, below: Self, is_cast: bool) -> Self {
        self.rest.push(Step { is_cast, ..below.first });
        self.rest.extend(below.rest);
        self
    }

    /// Returns the type that the path begins at.
    pub fn root(&self) -> &'static TypeDescriptor {
        self.first.ty
    }

    /// Returns the descriptor of the property at the end.
    pub fn property(&self) -> &'static PropertyDescriptor {
        self.last().property()
    }

    pub(crate) fn last(&self) -> Step {
        self.rest.last().copied().unwrap_or(self.first)
    }

    /// Splits off the first step from those below it.
    pub(crate) fn split(&self) -> (Step, &[Step]) {
        (self.first, &self.rest)
    }

    pub(crate) fn steps(&self) -> impl Iterator<Item = Step> {
        std::iter::once(self.first).chain(self.rest.iter().copied())
    }
}

/// Writes names and, where the path goes on in a derived type, type names: `mainSetting/workshop.textSetting/text`.
impl fmt::Display for PropertyPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps().enumerate() {
            if position > 0 {
                formatter.write_str("/")?;
            }
            if step.is_cast {
                write!(formatter, "{}/", step.ty.name)?;
            }
            formatter.write_str(step.property().name)?;
        }
        Ok(())
    }
}

impl fmt::Debug for PropertyPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self}", self.root().name)
    }
}
