//! Annotations, and those that are apart from what they annotate.

use super::{Expression, Name, Place};

/// The value of a term for one part of the model (OData CSDL 4.01 §14.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// The qualified name of the term.
    pub term: Name,
    /// What distinguishes it from other annotations of the same term at the same place.
    pub qualifier: Option<Name>,
    /// The value; `None` where the document has none, so that it is the default value of the term.
    pub value: Option<Expression>,
    /// Annotations of the annotation.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

impl Annotation {
    /// Creates an annotation without a qualifier.
    pub fn new(term: impl Into<Name>, value: Expression) -> Self {
        Self { term: term.into(), value: Some(value), ..Self::default() }
    }
}

/// Annotations that stand apart from what they annotate (OData CSDL 4.01 §5.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// The path of what they annotate, as in `ns.type/property` (OData CSDL 4.01 §14.2.2).
    pub target: Name,
    /// The qualifier of all of them.
    pub qualifier: Option<Name>,
    /// The annotations.
    pub annotations: Vec<Annotation>,
    /// Where they are declared.
    pub place: Place,
}

/// A term: what annotations give a value to (OData CSDL 4.01 §14.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The name, without a namespace.
    pub name: Name,
    /// The type of its values.
    pub ty: super::TypeReference,
    /// The term that must be applied as well.
    pub base: Option<Name>,
    /// The value of annotations that give none.
    pub default: Option<Name>,
    /// The kinds of model elements that it is meant for, such as `EntitySet`; empty where it is meant for all.
    pub applies_to: Vec<Name>,
    /// Annotations of the term.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}
