//! Limits of documents that are read.

/// Limits for a CSDL document from an untrusted sender.
///
/// ```
/// use odata_core::csdl::{Document, ReadLimits};
///
/// let limits = ReadLimits::new().with_bytes(10);
/// let error = Document::from_json_with(br#"{"$Version":"4.01"}"#, &limits).unwrap_err();
/// assert_eq!(error.message(), "the document has more than 10 bytes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadLimits {
    /// The maximum length in bytes.
    pub bytes: usize,
    /// The maximum depth of nested elements of XML, and of nested objects and arrays of JSON. A reader needs stack in
    /// proportion.
    pub depth: u16,
    /// The maximum number of elements of XML, and of members and items of JSON, in the whole document.
    pub parts: u32,
    /// The maximum number of attributes of one element of XML.
    pub attributes: u32,
    /// The maximum number of faults that are reported; what follows is not.
    pub faults: usize,
}

impl ReadLimits {
    /// Returns the default limits: 32 MiB, a depth of 64, a million parts, 64 attributes and 100 faults.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: 32 << 20, depth: 64, parts: 1_000_000, attributes: 64, faults: 100 }
    }

    /// Sets the maximum length in bytes.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets the maximum depth of nested elements, objects and arrays.
    #[must_use]
    pub const fn with_depth(mut self, depth: u16) -> Self {
        self.depth = depth;
        self
    }

    /// Sets the maximum number of elements, or of members and items.
    #[must_use]
    pub const fn with_parts(mut self, parts: u32) -> Self {
        self.parts = parts;
        self
    }

    /// Sets the maximum number of attributes of one element of XML.
    #[must_use]
    pub const fn with_attributes(mut self, attributes: u32) -> Self {
        self.attributes = attributes;
        self
    }

    /// Sets the maximum number of faults that are reported.
    #[must_use]
    pub const fn with_faults(mut self, faults: usize) -> Self {
        self.faults = faults;
        self
    }
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self::new()
    }
}
