//! Serves an OData model over HTTP.
//!
//! [`ODataService`] is a tower service. A request passes five stages: *route* finds the resource that the path names,
//! *authorize* asks the embedder's [`Authorizer`], *negotiate* reads query options and headers, *execute* reads or writes
//! through an [`EntityStore`](store::EntityStore), *respond* makes the response. Everything up to negotiation is decided
//! from the head alone; only then the body is read.
//!
//! What is OData and not served is refused with 501 and its name, never passed over.

#![warn(missing_docs)]

mod authorize;
mod authorizer;
mod body;
mod builder;
mod execute;
mod failure;
mod hooks;
mod key;
mod negotiate;
mod partition;
mod query_options;
mod respond;
mod route;
mod service;
pub mod store;

pub use authorizer::{Authorizer, Grant, NoAuthorization, Refusal};
pub use body::ResponseBody;
pub use builder::{BuildError, ServiceBuilder};
pub use hooks::{Write, WriteKind};
pub use partition::Partition;
pub use service::ODataService;
