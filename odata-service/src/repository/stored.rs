//! The entities and pages that repositories return.

use std::ops::{Deref, DerefMut};

use odata_core::{
    PropertyValue,
    codec::{self, ReadOptions},
};

use crate::{
    failure::internal,
    store::{Answer, Position, StoredEntity},
};

/// An entity as stored, with its version. Dereferences to the entity.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stored<E> {
    /// The entity as it is stored.
    pub entity: E,
    /// The version, which changes with each write: the argument of [`if_match`](super::Repository::if_match).
    pub version: u64,
}

impl<E> Stored<E> {
    /// Returns the entity without its version.
    pub fn into_inner(self) -> E {
        self.entity
    }

    /// Returns the version as in the HTTP header `ETag`.
    pub fn etag(&self) -> String {
        crate::request::entity_tag(self.version)
    }
}

impl<E: PropertyValue> Stored<E> {
    /// Reads an entity of a store.
    pub(super) fn read(stored: &StoredEntity) -> Result<Self, odata_core::Error> {
        let entity = codec::from_slice_with(stored.json.as_bytes(), &ReadOptions::stored())
            .map_err(|error| internal(format_args!("a stored {} cannot be read: {error}", stored.type_name)))?;
        Ok(Self { entity, version: stored.version })
    }
}

impl<E> Deref for Stored<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.entity
    }
}

impl<E> DerefMut for Stored<E> {
    fn deref_mut(&mut self) -> &mut E {
        &mut self.entity
    }
}

/// The part of a collection that [`list`](super::Repository::list) returns: the first page by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// The position after which to begin: the [`next`](Page::next) of the page before.
    pub after: Option<Position>,
    /// The maximum number of entities. A page is never larger than
    /// [the service's](crate::ODataServiceBuilder::page_size).
    pub limit: Option<u64>,
    /// Whether to count the whole collection.
    pub count: bool,
}

impl Paging {
    /// Asks for the first page.
    pub const fn new() -> Self {
        Self { after: None, limit: None, count: false }
    }

    /// Asks for the entities after this position.
    #[must_use]
    pub fn with_after(mut self, position: Position) -> Self {
        self.after = Some(position);
        self
    }

    /// Asks for at most this many entities.
    #[must_use]
    pub const fn with_limit(mut self, entities: u64) -> Self {
        self.limit = Some(entities);
        self
    }

    /// Asks for the number of entities in the whole collection, too.
    #[must_use]
    pub const fn with_count(mut self) -> Self {
        self.count = true;
        self
    }
}

/// A part of a collection, in the order of the store.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<E> {
    /// The entities of the page, in the order of the store.
    pub entities: Vec<Stored<E>>,
    /// The position that the next page begins after; `None` at the end of the collection.
    pub next: Option<Position>,
    /// The number of entities in the whole collection, if it was asked for.
    pub count: Option<u64>,
}

impl<E: PropertyValue> Page<E> {
    pub(super) fn read(answer: Answer) -> Result<Self, odata_core::Error> {
        let entities = answer.rows.iter().map(Stored::read).collect::<Result<_, _>>()?;
        Ok(Self { entities, next: answer.next, count: answer.count })
    }
}
