//! How much a JSON body may ask for.

/// Bounds on a body from an untrusted sender.
///
/// The length of the body is not among them: whoever receives the bytes bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep objects and arrays may be nested; a scalar alone has depth zero.
    ///
    /// Callers that follow the nesting by recursion, as [`read_value`](super::read_value) does,
    /// need stack in proportion.
    pub depth: u16,
    /// How many members of objects and items of arrays there may be in the whole body.
    pub members: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { depth: 64, members: 1_000_000 }
    }
}
