//! The descriptor of an entity container.

use super::{
    NavigationBinding, OperationImport, PropertyType, Reference, doc_comment,
    external::{ContainerAnnotations, DocumentAnnotation, ExternalAnnotation},
};
use crate::annotation::{Annotation, ItemPart};

/// An entity container (OData CSDL 4.01 §13): the entity sets and singletons of a service.
#[derive(Debug)]
pub struct ContainerDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub aliases: &'static [SchemaAlias],
    #[doc(hidden)]
    pub references: &'static [Reference],
    #[doc(hidden)]
    pub children: &'static [ContainerChild],
    #[doc(hidden)]
    pub imports: &'static [OperationImport],
    /// Types that are part of the model, whether or not anything else refers to them.
    #[doc(hidden)]
    pub types: &'static [&'static PropertyType],
    /// Namespaces of which all registered types are part of the model.
    #[doc(hidden)]
    pub namespaces: &'static [&'static str],
    /// Whether a type that derives from one of the model's is part of the model only if something refers to it.
    #[doc(hidden)]
    pub closed: bool,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub annotations: Option<fn() -> &'static ContainerAnnotations>,
}

impl ContainerDescriptor {
    /// Returns the qualified name, as in `$metadata`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust type.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the short names for namespaces.
    pub const fn aliases(&self) -> &'static [SchemaAlias] {
        self.aliases
    }

    /// Returns the documents that `$metadata` refers to, as they were declared. It also refers to the vocabularies
    /// whose terms it uses.
    pub const fn references(&self) -> &'static [Reference] {
        self.references
    }

    /// Returns the entity sets and singletons in declaration order.
    pub const fn children(&self) -> &'static [ContainerChild] {
        self.children
    }

    /// Returns the imported actions and functions in declaration order.
    pub const fn imports(&self) -> &'static [OperationImport] {
        self.imports
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }

    /// Returns the annotations of the container itself (OData CSDL 4.01 §14.2), without `Core.Description`, which the doc
    /// comment says.
    pub fn annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::ITSELF)
    }

    /// Returns the annotations of the entity set or singleton at this position among [`children`](Self::children).
    pub fn child_annotations(&self, index: usize) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::of(index))
    }

    /// Returns the annotations of the import at this position among [`imports`](Self::imports).
    pub fn import_annotations(&self, index: usize) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::of(self.children.len() + index))
    }

    /// Returns the annotations of schemas, references and includes.
    pub fn document_annotations(&self) -> &'static [DocumentAnnotation] {
        self.annotations.map_or(&[], |all| all().document)
    }

    /// Returns the annotations of elements that are declared elsewhere (OData CSDL 4.01 §5.2).
    pub fn external_annotations(&self) -> &'static [ExternalAnnotation] {
        self.annotations.map_or(&[], |all| all().external)
    }

    fn part_annotations(&self, part: ItemPart) -> impl Iterator<Item = &'static Annotation> + use<> {
        let own = self.annotations.map_or(&[][..], |all| all().own);
        own.iter().filter(move |row| row.part == part).map(|row| &row.annotation)
    }
}

/// A short name for a namespace (OData CSDL 4.01 §5.1).
#[derive(Debug)]
pub struct SchemaAlias {
    #[doc(hidden)]
    pub alias: &'static str,
    #[doc(hidden)]
    pub namespace: &'static str,
}

impl SchemaAlias {
    /// Creates an alias for a namespace.
    pub const fn new(alias: &'static str, namespace: &'static str) -> Self {
        Self { alias, namespace }
    }

    /// Returns the short name, without dots.
    pub const fn alias(&self) -> &'static str {
        self.alias
    }

    /// Returns the namespace that it is short for.
    pub const fn namespace(&self) -> &'static str {
        self.namespace
    }
}

/// An entity set or a singleton (OData CSDL 4.01 §13.2, §13.3).
#[derive(Debug)]
pub struct ContainerChild {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub ty: &'static PropertyType,
    #[doc(hidden)]
    pub nullable: bool,
    #[doc(hidden)]
    pub in_service_document: bool,
    #[doc(hidden)]
    pub bindings: &'static [NavigationBinding],
    #[doc(hidden)]
    pub description: &'static str,
}

impl ContainerChild {
    /// Returns the name: the first path segment below the service root.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust field.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the type: a collection of entities for an entity set, one entity for a singleton.
    pub const fn ty(&self) -> &'static PropertyType {
        self.ty
    }

    /// Returns whether a singleton may have no value (OData CSDL 4.01 §13.3).
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// Returns whether the service document lists it (OData CSDL 4.01 §13.2): all singletons are.
    pub const fn is_in_service_document(&self) -> bool {
        self.in_service_document
    }

    /// Returns where the entities of navigation properties are (OData CSDL 4.01 §13.4).
    pub const fn bindings(&self) -> &'static [NavigationBinding] {
        self.bindings
    }

    /// Returns the binding of a navigation property, whose path is written as in `$metadata`: names and casts with `/`
    /// between them.
    pub fn binding(&self, path: &str) -> Option<&'static NavigationBinding> {
        self.bindings.iter().find(|binding| binding.path().to_string() == path)
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }

    /// Returns whether this is an entity set; it is a singleton otherwise.
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
    /// The descriptor, with the container's sets and singletons.
    const DESCRIPTOR: &'static ContainerDescriptor;
}
