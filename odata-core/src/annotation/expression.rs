//! The value of an annotation as owned data.

use crate::edm::PrimitiveType;

/// The value of an annotation (OData CSDL 4.01 §14.3, §14.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A constant: its type, and its text as in a document.
    Constant(PrimitiveType, String),
    /// Members of an enumeration type, by its qualified name.
    Members(String, Vec<String>),
    /// A collection.
    Collection(Vec<Self>),
    /// A record, with the name of its type if that is known.
    Record(Option<String>, Vec<(String, Self)>),
    /// A path of the kind that the type of the term or member asks for; the value at a path for all other types.
    Path(Option<super::PathKind>, String),
    /// The condition, the value if it is true, and the one otherwise, which items of a collection need not have.
    If(Vec<Self>),
    /// No value.
    Null,
    /// What only the raw form of an annotation has: the name of an element, its attributes, and what is in it.
    Element(String, Vec<(String, String)>, Vec<Self>),
}
