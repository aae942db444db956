//! The fourth stage: reading and writing entities.

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
    metadata::{Document, Metadata},
    request::{RequestOptions, Validation},
    route::{Collection, Entity, Singleton, Target},
    store::{Answer, Position, StoredEntity},
};

/// A request that was authorized and read, ready to be executed.
pub(crate) struct Execution<'a> {
    pub(crate) entities: &'a Entities,
    pub(crate) metadata: &'a Metadata,
    pub(crate) caller: Caller,
    pub(crate) options: &'a RequestOptions,
    /// The maximum number of entities on a page.
    pub(crate) page_size: u64,
    pub(crate) body: Bytes,
}

/// The result of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    ServiceDocument,
    Metadata {
        document: Document,
        /// Whether the client needs the document.
        validation: Validation,
    },
    Entity {
        state: State,
        resource: Resource,
        stored: StoredEntity,
    },
    List {
        collection: Collection,
        answer: Answer,
        /// Whether the rows have the selected properties only.
        is_selected: bool,
        /// The position after the page and the rest of `$top`, if there is more of what the client asked for.
        next: Option<(Position, Option<u64>)>,
    },
    /// The client has this version.
    NotModified {
        version: u64,
    },
    /// A success without content.
    NoContent,
}

/// What a request did to the entity of its response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Found,
    Created,
    Updated,
}

/// The resource of a single entity.
#[derive(Debug)]
pub(crate) enum Resource {
    /// An entity in a collection.
    Entity(Entity),
    Singleton(Singleton),
}

impl Resource {
    /// Returns the path below the service root.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Entity(entity) => entity.url(),
            Self::Singleton(singleton) => singleton.url(),
        }
    }

    /// Returns what a context URL names: the collection of an entity, or a singleton.
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
    /// Executes the method on the resource that the path names. Other methods were refused before.
    pub(crate) async fn run(self, method: &Method, target: Target) -> Result<Outcome, Failure> {
        match target {
            Target::ServiceDocument => Ok(Outcome::ServiceDocument),
            Target::Metadata => self.read_metadata(),
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

    /// Returns options for reading the body.
    fn reading(&self, options: ReadOptions) -> ReadOptions {
        let ieee754_compatible = self.options.body_ieee754_compatible;
        self.entities.reading(options).with_ieee754_compatible(ieee754_compatible)
    }
}
