//! The capabilities of a store.

/// The parts of a [`Query`](super::Query) that a store supports, besides pages: every store supports a limit and a position.
///
/// A part that is not named here is never passed to the store. The service does it itself if that is cheap and exact, as
/// for selecting properties, and refuses it with 501 otherwise.
///
/// ```
/// use odata_service::store::Capabilities;
///
/// static CAPABILITIES: Capabilities = Capabilities::new().with_count().with_skip();
/// assert!(CAPABILITIES.count() && CAPABILITIES.skip() && !CAPABILITIES.select());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    count: bool,
    skip: bool,
    select: bool,
}

impl Capabilities {
    /// Names nothing: the store returns pages only.
    pub const fn new() -> Self {
        Self { count: false, skip: false, select: false }
    }

    /// Names [`Query::count`](super::Query::count).
    #[must_use]
    pub const fn with_count(mut self) -> Self {
        self.count = true;
        self
    }

    /// Names [`Query::skip`](super::Query::skip).
    #[must_use]
    pub const fn with_skip(mut self) -> Self {
        self.skip = true;
        self
    }

    /// Names [`Query::select`](super::Query::select).
    #[must_use]
    pub const fn with_select(mut self) -> Self {
        self.select = true;
        self
    }

    /// Returns whether the store counts the entities of a collection.
    pub const fn count(&self) -> bool {
        self.count
    }

    /// Returns whether the store skips entities.
    pub const fn skip(&self) -> bool {
        self.skip
    }

    /// Returns whether the store leaves out properties that are not selected.
    pub const fn select(&self) -> bool {
        self.select
    }
}
