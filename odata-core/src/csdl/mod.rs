//! The Common Schema Definition Language: what `$metadata` says (OData CSDL 4.01).
//!
//! A [`Document`] is plain data, read from the XML or JSON form or made from a [`Model`](crate::Model).

#[cfg(test)]
mod arbitrary;
pub(crate) mod check;
mod diagram;
mod diff;
mod document;
mod json;
mod limits;
mod nearest;
mod on_delete;
mod primitive;
mod xml;

pub use diagram::diagram;
pub use diff::{Aspect, Change, Difference, Edit, Flag, Part, diff};
pub(crate) use diff::{diff_of_normal, normal};
pub use document::{
    Annotation, Annotations, Apply, Constant, ContainerChild, Document, Element, Elements, EntityContainer, EnumType,
    Expression, Facets, If, Include, IncludeAnnotations, Labeled, MaxLength, Member, Name, Navigation,
    NavigationPropertyBinding, Operation, OperationImport, Operator, Parameter, PathKind, Place, Property, PropertyRef,
    PropertyValue, Record, Reference, ReferentialConstraint, ReturnType, RustItem, RustNotes, Scale, Schema,
    StructuredKind, StructuredType, Term, TypeDefinition, TypeReference, Typed, Version,
};
pub(crate) use document::{HostElement, ValuePart, value_parts};
pub use limits::ReadLimits;
pub use on_delete::OnDelete;
pub use primitive::PrimitiveType;
pub use xml::{STORE_VOCABULARY, to_xml};
