//! What repositories give back.

use std::ops::{Deref, DerefMut};

use odata_core::{
    PropertyValue,
    codec::{self, ReadOptions},
};

use crate::{
    failure::internal,
    store::{Answer, Position, StoredEntity},
};

/// An entity as it is stored, with its version. Dereferences to the entity.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stored<E> {
    /// The entity.
    pub entity: E,
    /// Another number after each write; what [`if_match`](super::Repository::if_match) takes.
    pub version: u64,
}

impl<E> Stored<E> {
    /// Returns the entity without its version.
    pub fn into_inner(self) -> E {
        self.entity
    }

    /// Returns the version as HTTP has it, in the header `ETag`.
    pub fn etag(&self) -> String {
        crate::request::entity_tag(self.version)
    }
}

impl<E: PropertyValue> Stored<E> {
    /// Reads what a store gives back.
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

/// Which part of a collection [`list`](super::Repository::list) gives back: one page from the beginning if nothing else is
/// said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// Only entities after this position: the [`next`](Page::next) of the page before.
    pub after: Option<Position>,
    /// How many entities at most. A page is never larger than
    /// [the service's](crate::ODataServiceBuilder::page_size).
    pub limit: Option<u64>,
    /// Whether to count the whole collection.
    pub count: bool,
}

impl Paging {
    /// The first page.
    pub const fn new() -> Self {
        Self { after: None, limit: None, count: false }
    }

    /// Goes on after this position.
    #[must_use]
    pub fn with_after(mut self, position: Position) -> Self {
        self.after = Some(position);
        self
    }

    /// Gives back so many entities at most.
    #[must_use]
    pub const fn with_limit(mut self, entities: u64) -> Self {
        self.limit = Some(entities);
        self
    }

    /// Counts the whole collection, too.
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
    /// The entities.
    pub entities: Vec<Stored<E>>,
    /// Where the next page begins; nothing at the end of the collection.
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
