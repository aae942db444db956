//! Enumeration types and type definitions.

use super::{Annotation, Facets, Name, Place};

/// An enumeration type (OData CSDL 4.01 §10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnumType {
    /// The name, without a namespace.
    pub name: Name,
    /// The type of the members' values; `None` stands for `Edm.Int32`.
    pub underlying: Option<Name>,
    /// Whether a value can have several members.
    pub is_flags: bool,
    /// The members in order.
    pub members: Vec<Member>,
    /// Annotations of the type.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// A member of an enumeration type (OData CSDL 4.01 §10.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: Name,
    /// The value. Where the document has none it is one more than that of the member before, or 0.
    pub value: i64,
    /// Whether the document has the value.
    pub has_value: bool,
    /// Annotations of the member.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// A type definition: a primitive type with facets and a name (OData CSDL 4.01 §11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeDefinition {
    /// The name, without a namespace.
    pub name: Name,
    /// The qualified name of the primitive type.
    pub underlying: Name,
    /// The facets.
    pub facets: Facets,
    /// Annotations of the type definition.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}
