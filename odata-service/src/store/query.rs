//! What a collection is asked for, and the answer.

use std::sync::Arc;

use odata_core::PropertySet;

use super::{CollectionAddress, StoredEntity};

/// What a collection is asked for.
///
/// A store orders a collection as it likes, but always in the same total order: entities that stay do not change places.
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
    /// The collection.
    pub collection: CollectionAddress,
    /// Only entities after this position, which is the [`next`](Answer::next) of an earlier answer for the same collection.
    pub after: Option<Position>,
    /// How many of the entities after the position to skip. Passed to stores that
    /// [name it](super::Capabilities::with_skip).
    pub skip: u64,
    /// How many entities to give back at most; all of them if nothing is said.
    pub limit: Option<u64>,
    /// Whether to count the whole collection, whatever part of it is asked for. Passed to stores that
    /// [name it](super::Capabilities::with_count).
    pub count: bool,
    /// The properties to give back; all of them if nothing is said. Control information and the order of members stay as they
    /// are stored. Passed to stores that [name it](super::Capabilities::with_select).
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

    /// Skips entities.
    #[must_use]
    pub const fn with_skip(mut self, skip: u64) -> Self {
        self.skip = skip;
        self
    }

    /// Asks for so many entities at most.
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

/// What a store gives back for a [`Query`]. All of it is of one state of the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// The entities, in the store's order.
    pub rows: Vec<StoredEntity>,
    /// Where to go on if there are entities after these; nothing at the end of the collection, or where the limit is 0.
    ///
    /// A store may give back fewer entities than the limit and say where to go on, but at least one.
    pub next: Option<Position>,
    /// The number of entities in the whole collection, if it was asked for.
    pub count: Option<u64>,
}

impl Answer {
    /// The rows at the end of a collection.
    pub const fn new(rows: Vec<StoredEntity>) -> Self {
        Self { rows, next: None, count: None }
    }

    /// Says that there are more rows after this position.
    #[must_use]
    pub fn with_next(mut self, next: Position) -> Self {
        self.next = Some(next);
        self
    }

    /// Says how many entities the collection has.
    #[must_use]
    pub const fn with_count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// A position in the order of a collection, in bytes that mean something to the store alone.
///
/// Clients get it in next links, and may hand in what no store has given them. It should be short.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position(Box<[u8]>);

impl Position {
    /// The position that a store writes so.
    pub fn new(bytes: impl Into<Box<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// What the store has written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
