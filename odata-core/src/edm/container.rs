//! What an entity container says of itself.

use super::{EdmType, PropertyType};

/// An entity container (OData CSDL 4.01 §13): the entity sets and singletons of a service.
#[derive(Debug)]
pub struct ContainerDescriptor {
    /// The qualified name.
    pub name: &'static str,
    /// The name of the Rust type.
    pub rust_name: &'static str,
    /// Short names for namespaces.
    pub aliases: &'static [SchemaAlias],
    /// Entity sets and singletons in the order of their declaration.
    pub children: &'static [ContainerChild],
    /// Types that are part of the model, whether anything else leads to them or not.
    pub types: &'static [EdmType],
    /// Whether a type that derives from one of the model's is part of the model only if something leads to it.
    pub closed: bool,
    /// The doc comment.
    pub description: &'static str,
}

/// A short name that stands for a namespace (OData CSDL 4.01 §5.1).
#[derive(Debug)]
pub struct SchemaAlias {
    /// The short name.
    pub alias: &'static str,
    /// The namespace that it stands for.
    pub namespace: &'static str,
}

/// An entity set or a singleton (OData CSDL 4.01 §13.2, §13.3).
#[derive(Debug)]
pub struct ContainerChild {
    /// The name: the first path segment below the service root.
    pub name: &'static str,
    /// The name of the Rust field.
    pub rust_name: &'static str,
    /// The type: a collection of entities for an entity set, one entity for a singleton.
    pub ty: &'static PropertyType,
    /// Whether a singleton may have no value (OData CSDL 4.01 §13.3).
    pub nullable: bool,
    /// The doc comment.
    pub description: &'static str,
}

impl ContainerChild {
    /// Whether this is an entity set; it is a singleton otherwise.
    pub const fn is_entity_set(&self) -> bool {
        self.ty.collection
    }
}

/// An entity container, declared with `#[derive(ODataContainer)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity container",
    note = "derive `ODataContainer` for it"
)]
pub trait Container: 'static {
    /// The container's sets and singletons.
    const DESCRIPTOR: &'static ContainerDescriptor;
}
