//! Serves an OData model over HTTP.
//!
//! [`ODataService`] is a tower service. A request passes five stages: *route* finds the resource that the path names,
//! *authorize* asks the embedder's [`Authorizer`], *request* reads query options and headers, *execute* reads or writes
//! through an [`EntityStore`](store::EntityStore), *respond* makes the response. The first three depend on the head
//! alone; only after them is the body read.
//!
#![cfg_attr(feature = "sqlite", doc = "```")]
#![cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
//! use odata_core::{Model, ODataContainer, ODataEntity, value::DateTimeOffset};
//! use odata_service::{NoAuthorization, ODataService, Partition, hooks::Write, store::sqlite::SqliteStore};
//! use tower_service::Service as _;
//!
//! /// Something to sing.
//! #[derive(ODataEntity, Clone)]
//! #[odata(type = "music.song")]
//! struct Song {
//!     #[odata(key)]
//!     number: i32,
//!     title: String,
//!     #[odata(computed)]
//!     changed: Option<DateTimeOffset>,
//! }
//!
//! /// All songs.
//! #[derive(ODataContainer)]
//! #[odata(type = "music.Container")]
//! struct Music {
//!     #[odata(entity_set)]
//!     songs: Vec<Song>,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let mut service = ODataService::builder(Model::of::<Music>().expect("the model is valid"))
//!     .store(SqliteStore::in_memory().expect("there is memory"))
//!     .authorizer(NoAuthorization::new(Partition::new("everybody")))
//!     .service_roots(["/v1.0"])
//!     .before_write(|write: &mut Write<'_, Song>| {
//!         let now = write.now();
//!         if let Some(song) = write.new_mut() {
//!             song.changed = Some(now);
//!         }
//!         Ok(())
//!     })
//!     .build()
//!     .expect("nothing is missing");
//!
//! // In axum: `Router::new().fallback_service(service)`, or `nest_service("/odata", service)` with `mounted_at("/odata")`.
//! let request = http::Request::post("/v1.0/songs")
//!     .header("host", "example.org")
//!     .header("content-type", "application/json")
//!     .body(String::from(r#"{"number": 5, "title": "Yesterday"}"#))
//!     .expect("a request");
//! let response = service.call(request).await.expect("the service does not fail");
//! assert_eq!(response.status(), 201);
//! assert_eq!(response.headers()["location"], "http://example.org/v1.0/songs/5");
//! # }
//! ```
//!
//! # What is served
//!
//! | Resource | Methods |
//! |---|---|
//! | service root | GET |
//! | `$metadata`, as CSDL XML or JSON, of OData 4.0 or 4.01 | GET |
//! | entity set, contained collection | GET with `$top`, `$skip`, `$count`, `$select`; POST |
//! | entity: `songs/5`, `songs(5)`, `stock(store='x',item=7)` | GET, PATCH, DELETE |
//! | singleton | GET, PUT, PATCH |
//!
//! HEAD is GET without the body. Keys that are `computed` are made by the service: version 4 GUIDs for entities, a version
//! 5 GUID of the partition and the name for a singleton. PATCH does not create an entity that does not exist.
//!
//! A singleton is created by its first PUT or PATCH. Before that, GET answers 204 if it is nullable and 404 if it is
//! not; what it contains can be used nevertheless. Deleting an entity deletes what it contains.
//!
//! What OData has and the service does not is refused with 501 and its name, never ignored.
//!
//! # What annotations do
//!
//! A service keeps to what its model says of it. Of the vocabulary `Org.OData.Capabilities.V1` it knows `InsertRestrictions`,
//! `UpdateRestrictions`, `DeleteRestrictions`, `ReadRestrictions` and `IndexableByKey`, by which a method is refused with 405,
//! and `TopSupported`, `SkipSupported`, `CountRestrictions` and `SelectSupport`, by which a query option is refused with 501.
//! They are annotations of entity sets, singletons and containment navigation properties, or in `NavigationRestrictions` of the
//! set. `Core.Permissions` of a set without `Read` or `Write` takes these away. Rust code, through a [`repository`], may do what
//! clients may not.
//!
//! What is written, also by Rust code, fulfils the terms of `Org.OData.Validation.V1` that
//! [`RequestRules`](odata_core::RequestRules) lists.
//!
//! Annotations with a qualifier, and those whose value is an expression instead of a constant, change nothing.
//!
//! # In Rust
//!
//! [`hooks`] are what an application does around each write: before it is prepared, inside its transaction, and after its
//! commit. Through a [`repository`] Rust code reads and writes the same entities, with the same checks and hooks, without HTTP.
//!
//! # When the model changes
//!
//! A store holds the entities of one model and [records](store::EntityStore::migrate) that model. A service with a changed
//! model rewrites them when it is built, if nothing is lost by that: a new type, a new entity set, a new property that is
//! nullable, a collection or has a default value, a wider facet. Everything else is an error with the list of differences.
//! [`Migration`](migration::Migration) describes how to find out what that would mean for the entities, and how to go on.
//!
#![cfg_attr(feature = "sqlite", doc = "```")]
#![cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
//! # use odata_core::{Model, ODataContainer, ODataEntity};
//! use odata_service::{
//!     migration::{Migration, Migrator},
//!     store::{EntityStore, sqlite::SqliteStore},
//! };
//!
//! # #[derive(ODataEntity, Clone)]
//! # #[odata(type = "music.song")]
//! # struct Song {
//! #     #[odata(key)]
//! #     number: i32,
//! # }
//! #
//! # #[derive(ODataContainer)]
//! # #[odata(type = "music.Container")]
//! # struct Music {
//! #     #[odata(entity_set)]
//! #     songs: Vec<Song>,
//! # }
//! #
//! let model = Model::of::<Music>().expect("the model is valid");
//! let store = SqliteStore::in_memory().expect("there is memory");
//! let report = store.migrate(Migrator::new(&model, Migration::DryRun)).expect("the store does not fail");
//! for difference in &report.differences {
//!     println!("{difference}");
//! }
//! println!("{} entities would be deleted", report.deleted);
//! ```
//!
//! # Features
//!
//! `sqlite`, on by default, is the store in SQLite, `store::sqlite`. A service with a store of its own does not need it:
//! with `default-features = false` this crate compiles neither SQLite nor tokio.
//!
//! `testing` is the contract of a store as tests, `store::contract`, for the tests of your own store:
//!
//! ```toml
//! [dependencies]
//! odata-service = { version = "0.1", default-features = false }
//!
//! [dev-dependencies]
//! odata-service = { version = "0.1", default-features = false, features = ["testing"] }
//! tokio = { version = "1", features = ["macros", "rt", "time"] }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]

mod authorizer;
mod body;
mod builder;
mod caller;
mod entities;
mod execute;
mod failure;
pub mod hooks;
mod media;
mod metadata;
pub mod migration;
mod partition;
mod refusal;
pub mod repository;
mod request;
mod respond;
mod restrictions;
mod route;
mod service;
mod skip_token;
pub mod store;

pub use authorizer::{Authorizer, Grant, NoAuthorization};
pub use body::ResponseBody;
pub use builder::{BuildError, ODataServiceBuilder};
pub use caller::Caller;
pub use partition::Partition;
pub use refusal::Refusal;
pub use service::ODataService;
