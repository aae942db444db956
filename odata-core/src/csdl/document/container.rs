//! The entity container.

use super::{Annotation, Name, Place};

/// An entity container (OData CSDL 4.01 §13).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityContainer {
    /// The name, without a namespace.
    pub name: Name,
    /// The container that it extends.
    pub extends: Option<Name>,
    /// Entity sets and singletons, in order.
    pub children: Vec<ContainerChild>,
    /// Action and function imports, in order.
    pub imports: Vec<OperationImport>,
    /// Annotations of the container.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// An entity set or a singleton (OData CSDL 4.01 §13.2, §13.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContainerChild {
    /// Whether it is an entity set.
    pub is_entity_set: bool,
    /// The name.
    pub name: Name,
    /// The qualified name of the entity type.
    pub type_name: Name,
    /// Whether a singleton can be null; not in documents of version 4.0.
    pub nullable: bool,
    /// Whether the service document lists it; `None` where the document does not say it, which means that it does.
    pub in_service_document: Option<bool>,
    /// Where related entities are found.
    pub bindings: Vec<NavigationPropertyBinding>,
    /// Annotations of the entity set or singleton.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// Where the related entities of a navigation property are found (OData CSDL 4.01 §13.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NavigationPropertyBinding {
    /// The path to the navigation property.
    pub path: Name,
    /// The name of the entity set or singleton, or the path to contained entities.
    pub target: Name,
}

/// An action import or a function import (OData CSDL 4.01 §13.5, §13.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationImport {
    /// Whether it imports a function.
    pub is_function: bool,
    /// The name.
    pub name: Name,
    /// The qualified name of the action or function.
    pub operation: Name,
    /// The entity set that has what is returned.
    pub entity_set: Option<Name>,
    /// Whether the service document lists it; `None` where the document does not say it, which means that it does not.
    pub in_service_document: Option<bool>,
    /// Annotations of the import.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}
