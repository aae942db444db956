//! The fourth stage: what is read, and what becomes of it.

mod create;
mod delete;
mod list;
mod read;
mod singleton;
mod update;

use bytes::Bytes;
use http::Method;
use odata_core::{codec::ReadOptions, edm::TypeDescriptor};

use crate::{
    Caller,
    entities::Entities,
    failure::Failure,
    request::Negotiated,
    route::{Collection, Entity, Singleton, Target},
    store::{Answer, Position, StoredEntity},
};

/// A request that may be done, with everything that it takes.
pub(crate) struct Execution<'a> {
    pub(crate) entities: &'a Entities,
    pub(crate) caller: Caller,
    pub(crate) negotiated: &'a Negotiated,
    /// How many entities a page has at most.
    pub(crate) page_size: u64,
    pub(crate) body: Bytes,
}

/// What a request has come to.
#[derive(Debug)]
pub(crate) enum Outcome {
    ServiceDocument,
    Metadata,
    Entity {
        state: State,
        place: Place,
        stored: StoredEntity,
    },
    List {
        collection: Collection,
        answer: Answer,
        /// Whether the store has left out what is not selected.
        is_selected: bool,
        /// The position after the page and what is left of `$top`, if the client has not yet got all it asked for.
        next: Option<(Position, Option<u64>)>,
    },
    /// The client has this version.
    NotModified {
        version: u64,
    },
    /// A success that has nothing to show.
    NoContent,
}

/// How the entity of a response came to be as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Found,
    Created,
    Updated,
}

/// Where an entity is found.
#[derive(Debug)]
pub(crate) enum Place {
    /// In a collection.
    Entity(Entity),
    Singleton(Singleton),
}

impl Place {
    /// The path below the service root.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Entity(entity) => entity.url(),
            Self::Singleton(singleton) => singleton.url(),
        }
    }

    /// What a context URL names: the collection of an entity, or a singleton.
    pub(crate) fn context(&self) -> &str {
        match self {
            Self::Entity(entity) => &entity.collection.context,
            Self::Singleton(singleton) => singleton.name,
        }
    }

    pub(crate) const fn declared(&self) -> &'static TypeDescriptor {
        match self {
            Self::Entity(entity) => entity.collection.declared,
            Self::Singleton(singleton) => singleton.declared,
        }
    }
}

impl Execution<'_> {
    /// Does what the method says with what the path names. The router has refused other methods.
    pub(crate) async fn run(self, method: &Method, target: Target) -> Result<Outcome, Failure> {
        match target {
            Target::ServiceDocument => Ok(Outcome::ServiceDocument),
            Target::Metadata => Ok(Outcome::Metadata),
            Target::Collection(collection) if *method == Method::POST => self.create(collection).await,
            Target::Collection(collection) => self.list(collection).await,
            Target::Entity(entity) if *method == Method::PATCH => self.update(entity).await,
            Target::Entity(entity) if *method == Method::DELETE => self.delete(entity).await,
            Target::Entity(entity) => self.read(entity).await,
            Target::Singleton(singleton) if *method == Method::PATCH || *method == Method::PUT => {
                self.write_singleton(method, singleton).await
            }
            Target::Singleton(singleton) => self.read_singleton(singleton).await,
        }
    }

    /// How the body is read for a purpose.
    fn reading(&self, options: ReadOptions) -> ReadOptions {
        let ieee754_compatible = self.negotiated.body_ieee754_compatible;
        options.with_model(&self.entities.model).with_ieee754_compatible(ieee754_compatible)
    }
}
