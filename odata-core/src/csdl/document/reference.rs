//! References to other documents.

use super::{Annotation, Name, Place};

/// A reference to another document (OData CSDL 4.01 §4.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The URL of the document.
    pub uri: Name,
    /// The schemas of it that can be named.
    pub includes: Vec<Include>,
    /// The annotations of it that are taken over.
    pub include_annotations: Vec<IncludeAnnotations>,
    /// Annotations of the reference.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// A schema of another document (OData CSDL 4.01 §4.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// The namespace.
    pub namespace: Name,
    /// The alias of the namespace in this document.
    pub alias: Option<Name>,
    /// Annotations of the include.
    pub annotations: Vec<Annotation>,
}

/// Annotations of another document that are taken over (OData CSDL 4.01 §4.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncludeAnnotations {
    /// The namespace of their terms.
    pub term_namespace: Name,
    /// Their qualifier; any if `None`.
    pub qualifier: Option<Name>,
    /// The namespace of what they annotate; any if `None`.
    pub target_namespace: Option<Name>,
}
