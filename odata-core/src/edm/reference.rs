//! References to other documents.

/// A document whose schemas or annotations `$metadata` uses (OData CSDL 4.01 §4.1).
#[derive(Debug)]
pub struct Reference {
    #[doc(hidden)]
    pub uri: &'static str,
    #[doc(hidden)]
    pub includes: &'static [Include],
    #[doc(hidden)]
    pub annotations: &'static [IncludeAnnotations],
}

impl Reference {
    /// Returns the URL of the document.
    pub const fn uri(&self) -> &'static str {
        self.uri
    }

    /// Returns the schemas that are included.
    pub const fn includes(&self) -> &'static [Include] {
        self.includes
    }

    /// Returns the annotations that are included.
    pub const fn annotations(&self) -> &'static [IncludeAnnotations] {
        self.annotations
    }
}

/// A schema of another document (OData CSDL 4.01 §4.2).
#[derive(Debug)]
pub struct Include {
    #[doc(hidden)]
    pub namespace: &'static str,
    #[doc(hidden)]
    pub alias: Option<&'static str>,
}

impl Include {
    /// Returns the namespace of the schema.
    pub const fn namespace(&self) -> &'static str {
        self.namespace
    }

    /// Returns the short name for the namespace, if it has one.
    pub const fn alias(&self) -> Option<&'static str> {
        self.alias
    }
}

/// Annotations of another document (OData CSDL 4.01 §4.3).
#[derive(Debug)]
pub struct IncludeAnnotations {
    #[doc(hidden)]
    pub term_namespace: &'static str,
    #[doc(hidden)]
    pub qualifier: Option<&'static str>,
    #[doc(hidden)]
    pub target_namespace: Option<&'static str>,
}

impl IncludeAnnotations {
    /// Returns the namespace whose terms are included.
    pub const fn term_namespace(&self) -> &'static str {
        self.term_namespace
    }

    /// Returns the qualifier of the included annotations; without one, all are.
    pub const fn qualifier(&self) -> Option<&'static str> {
        self.qualifier
    }

    /// Returns the namespace whose items the included annotations are about; without one, all are.
    pub const fn target_namespace(&self) -> Option<&'static str> {
        self.target_namespace
    }
}
