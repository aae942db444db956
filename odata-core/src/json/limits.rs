//! Limits of JSON bodies.

/// Limits for a body from an untrusted sender.
///
/// The length of the body is not among them: it is up to the caller that receives the bytes.
///
/// ```
/// use odata_core::json::{JsonErrorKind, JsonReader, Limits};
///
/// let limits = Limits::new().with_depth(1).with_members(2);
/// let mut reader = JsonReader::with_limits(b"[1, 2, 3]", limits)?;
/// assert_eq!(reader.skip_value().unwrap_err().kind(), JsonErrorKind::TooManyMembers);
/// # Ok::<(), odata_core::json::JsonError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The maximum depth of nested objects and arrays; a scalar alone has depth zero.
    ///
    /// Callers that follow the nesting by recursion, as [`read_value`](super::read_value) does, need stack in
    /// proportion.
    pub depth: u16,
    /// The maximum number of members and items in the whole body.
    pub members: u32,
}

impl Limits {
    /// Returns the default limits: a depth of 64, and a million members.
    #[must_use]
    pub const fn new() -> Self {
        Limits { depth: 64, members: 1_000_000 }
    }

    /// Sets the maximum depth of nested objects and arrays.
    #[must_use]
    pub const fn with_depth(mut self, depth: u16) -> Self {
        self.depth = depth;
        self
    }

    /// Sets the maximum number of members and items in the whole body.
    #[must_use]
    pub const fn with_members(mut self, members: u32) -> Self {
        self.members = members;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
