//! Queries of collections, and their answers.

use std::sync::Arc;

use odata_core::PropertySet;

use super::{CollectionAddress, StoredEntity};

/// A query of a collection.
///
/// A store may choose the order of a collection, but it is always the same total order: entities that stay are not
/// reordered.
///
/// ```
/// use odata_service::store::{CollectionAddress, Query};
///
/// let query = Query::new(CollectionAddress::entity_set("orders")).with_limit(20).with_count();
/// assert_eq!((query.limit, query.skip, query.count), (Some(20), 0, true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Query {
    /// The collection that is asked.
    pub collection: CollectionAddress,
    /// The position after which to begin: the [`next`](Answer::next) of an earlier answer for the same collection.
    pub after: Option<Position>,
    /// The number of entities after the position to skip. Passed only to stores that
    /// [support it](super::Capabilities::with_skip).
    pub skip: u64,
    /// The maximum number of entities to return; all of them if this is `None`.
    pub limit: Option<u64>,
    /// Whether to count the whole collection, whatever part of it is asked for. Passed only to stores that
    /// [support it](super::Capabilities::with_count).
    pub count: bool,
    /// The properties to return; all of them if this is `None`. Control information and the order of members stay as stored.
    /// Passed only to stores that [support it](super::Capabilities::with_select).
    pub select: Option<Arc<PropertySet>>,
}

impl Query {
    /// Asks for all entities of a collection.
    pub const fn new(collection: CollectionAddress) -> Self {
        Self { collection, after: None, skip: 0, limit: None, count: false, select: None }
    }

    /// Asks for the entities after a position.
    #[must_use]
    pub fn with_after(mut self, after: Position) -> Self {
        self.after = Some(after);
        self
    }

    /// Skips this many entities.
    #[must_use]
    pub const fn with_skip(mut self, skip: u64) -> Self {
        self.skip = skip;
        self
    }

    /// Asks for at most `limit` entities.
    #[must_use]
    pub const fn with_limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Asks for the number of entities in the whole collection.
    #[must_use]
    pub const fn with_count(mut self) -> Self {
        self.count = true;
        self
    }

    /// Asks for these properties only.
    #[must_use]
    pub fn with_select(mut self, select: impl Into<Arc<PropertySet>>) -> Self {
        self.select = Some(select.into());
        self
    }
}

/// The answer of a store to a [`Query`]. All of it is of one state of the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// The entities, in the store's order.
    pub rows: Vec<StoredEntity>,
    /// The position after these entities; `None` at the end of the collection, or if the limit is 0.
    ///
    /// A store may return fewer entities than the limit with a position to go on from, but at least one.
    pub next: Option<Position>,
    /// The number of entities in the whole collection, if it was asked for.
    pub count: Option<u64>,
}

impl Answer {
    /// Creates an answer with the last rows of a collection.
    pub const fn new(rows: Vec<StoredEntity>) -> Self {
        Self { rows, next: None, count: None }
    }

    /// Sets the position after which there are more rows.
    #[must_use]
    pub fn with_next(mut self, next: Position) -> Self {
        self.next = Some(next);
        self
    }

    /// Sets the number of entities in the whole collection.
    #[must_use]
    pub const fn with_count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// A position in the order of a collection, in bytes that only the store understands.
///
/// Clients get it in next links, and may send bytes that are from no answer of a store. It should be short.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position(Box<[u8]>);

impl Position {
    /// Creates a position from the bytes of a store.
    pub fn new(bytes: impl Into<Box<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// Returns the bytes of the store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
