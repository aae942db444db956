//! A CSDL document: plain data, owned, with the places of its parts.

mod annotation;
mod container;
mod elements;
mod expression;
mod hosts;
mod operation;
mod place;
mod reference;
mod scalar;
mod structured;
mod type_reference;

pub use annotation::{Annotation, Annotations, Term};
pub use container::{ContainerChild, EntityContainer, NavigationPropertyBinding, OperationImport};
pub use elements::{Element, Elements};
pub use expression::{Apply, Constant, Expression, If, Labeled, Operator, PathKind, PropertyValue, Record, Typed};
pub(crate) use hosts::{HostElement, ValuePart, value_parts};
pub use operation::{Operation, Parameter, ReturnType};
pub use place::{Name, Place, RustItem, RustNotes};
pub use reference::{Include, IncludeAnnotations, Reference};
pub use scalar::{EnumType, Member, TypeDefinition};
pub use structured::{Navigation, Property, PropertyRef, ReferentialConstraint, StructuredKind, StructuredType};
pub use type_reference::{Facets, MaxLength, Scale, TypeReference};

/// A CSDL document (OData CSDL 4.01 §4): what `$metadata` says, whatever its form.
///
/// It can say what the standard forbids, as documents do. Names are spelled as in the document, with a namespace or an
/// alias; [`Elements`] finds what they stand for. Two documents are equal if they say the same in the same order,
/// wherever they say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The version of OData that the document is written in.
    pub version: Version,
    /// References to other documents.
    pub references: Vec<Reference>,
    /// The schemas in order.
    pub schemas: Vec<Schema>,
}

/// The version of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// OData 4.0.
    #[default]
    V4_0,
    /// OData 4.01.
    V4_01,
}

impl Version {
    /// Returns the version as a document has it: `4.0` or `4.01`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_01 => "4.01",
        }
    }
}

/// A schema: the parts of a model with one namespace (OData CSDL 4.01 §5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The namespace.
    pub namespace: Name,
    /// The name that stands for the namespace in this document.
    pub alias: Option<Name>,
    /// Type definitions in order.
    pub definitions: Vec<TypeDefinition>,
    /// Enumeration types in order.
    pub enums: Vec<EnumType>,
    /// Entity types and complex types in order.
    pub types: Vec<StructuredType>,
    /// The overloads of actions and functions, in order.
    pub operations: Vec<Operation>,
    /// Terms in order.
    pub terms: Vec<Term>,
    /// Entity containers: at most one in a valid document.
    pub containers: Vec<EntityContainer>,
    /// Annotations of other parts of this model or another one.
    pub external: Vec<Annotations>,
    /// Annotations of the schema.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

impl Document {
    /// Returns the entity container.
    pub fn container(&self) -> Option<(&Schema, &EntityContainer)> {
        self.schemas.iter().find_map(|schema| Some((schema, schema.containers.first()?)))
    }
}
