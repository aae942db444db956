//! What a container says besides entity sets and singletons: where related entities are, and which operations it
//! imports.

use std::fmt;

use super::{ContainerChild, ModelPath, OperationDescriptor, OperationKind, TypeDescriptor, doc_comment};
use crate::slot::PropertyValue;

/// Where the entities of a navigation property are (OData CSDL 4.01 §13.4).
///
/// ```
/// use odata_core::{AnyOf, Container, Nav, ODataContainer, ODataEntity};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub driver: Nav<Option<Driver>>,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.driver")]
/// pub struct Driver {
///     #[odata(key)]
///     pub name: String,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Container")]
/// pub struct Fleet {
///     #[odata(entity_set, bind(driver = drivers))]
///     pub vehicles: Vec<Vehicle>,
///     #[odata(entity_set)]
///     pub drivers: Vec<Driver>,
/// }
///
/// let binding = Fleet::SETS.vehicles.binding("driver").expect("it is bound");
/// assert_eq!(binding.target().name(), "drivers");
/// ```
#[derive(Clone, Copy)]
pub struct NavigationBinding {
    #[doc(hidden)]
    pub path: fn() -> ModelPath,
    #[doc(hidden)]
    pub target: fn() -> &'static ContainerChild,
    #[doc(hidden)]
    pub within: Option<fn() -> ModelPath>,
}

impl NavigationBinding {
    /// Returns the path from the type of the entity set or singleton to the navigation property. If it goes through a
    /// collection, the binding is about all items; if it ends with a cast, only about related entities of that type.
    pub fn path(&self) -> ModelPath {
        (self.path)()
    }

    /// Returns the entity set or singleton that the related entities are in.
    pub fn target(&self) -> &'static ContainerChild {
        (self.target)()
    }

    /// Returns the path of the entities below the [target](Self::target), if they are contained in one of its.
    pub fn target_path(&self) -> Option<ModelPath> {
        self.within.map(|path| path())
    }
}

/// Writes it as `category = categories`, with the names in `$metadata`.
impl fmt::Debug for NavigationBinding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} = {}", self.path(), self.target().name)?;
        self.target_path().map_or(Ok(()), |path| write!(formatter, "/{path}"))
    }
}

/// An unbound action or function that can be called below the service root (OData CSDL 4.01 §13.5, §13.6).
pub struct OperationImport {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub operation: &'static OperationDescriptor,
    #[doc(hidden)]
    pub entity_set: Option<fn() -> &'static ContainerChild>,
    #[doc(hidden)]
    pub in_service_document: bool,
    #[doc(hidden)]
    pub description: &'static str,
}

impl OperationImport {
    /// Returns the name: the first path segment below the service root.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust field.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the action or function. All unbound overloads of a function are imported with it.
    pub const fn operation(&self) -> &'static OperationDescriptor {
        self.operation
    }

    /// Returns whether it imports a function; it imports an action otherwise.
    pub const fn is_function(&self) -> bool {
        matches!(self.operation.kind, OperationKind::Function)
    }

    /// Returns the entity set that the returned entities are in.
    pub fn entity_set(&self) -> Option<&'static ContainerChild> {
        self.entity_set.map(|set| set())
    }

    /// Returns whether the service document lists it.
    pub const fn is_in_service_document(&self) -> bool {
        self.in_service_document
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }
}

impl fmt::Debug for OperationImport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} = {}", self.name, self.operation.name())
    }
}

/// The type of what an operation returns, if it is anything.
pub trait Returned {
    /// The structured type that it is, or whose collection.
    const STRUCTURED: Option<&'static TypeDescriptor>;
}

impl Returned for () {
    const STRUCTURED: Option<&'static TypeDescriptor> = None;
}

impl<T: PropertyValue> Returned for T {
    const STRUCTURED: Option<&'static TypeDescriptor> = T::STRUCTURED;
}
