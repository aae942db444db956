//! URLs of a service: literals, percent-encoding, keys, and paths that are bound to a model.
//!
//! A URL is percent-encoded text. [`ResourcePath`] and [`Segments`] take a path as it appears in the URL, [`Key`] a
//! key; each splits before it decodes, so that `%2F` does not end a segment (OData URL Conventions 4.01 §2). A
//! [`literal`] is read and written decoded; [`percent`] converts between the two. Faults are [`UriError`]s, with their
//! positions.
//!
//! ```
//! use odata_core::{Model, prelude::*, uri::{Key, ResourcePath}};
//!
//! #[derive(ODataEntity, Clone)]
//! #[odata(type = "fleet.vehicle")]
//! struct Vehicle {
//!     #[odata(key)]
//!     plate: String,
//!     #[odata(contains_target)]
//!     trips: Nav<Vec<Trip>>,
//! }
//!
//! #[derive(ODataEntity, Clone)]
//! #[odata(type = "fleet.trip")]
//! struct Trip {
//!     #[odata(key)]
//!     number: i32,
//! }
//!
//! #[derive(ODataContainer)]
//! #[odata(type = "fleet.Container")]
//! struct Fleet {
//!     #[odata(entity_set)]
//!     vehicles: Vec<Vehicle>,
//! }
//!
//! let vehicle = Vehicle { plate: "B/AD 1".to_owned(), trips: Nav::default() };
//! let url = format!("vehicles{}/trips/5", vehicle.key());
//! assert_eq!(url, "vehicles('B%2FAD%201')/trips/5");
//!
//! let model = Model::of::<Fleet>().expect("the model has no faults");
//! let path = ResourcePath::parse(&model, &url)?;
//! assert_eq!(path.segments().len(), 4);
//! assert_eq!(path.to_string(), "vehicles('B%2FAD%201')/trips(5)");
//!
//! let error = ResourcePath::parse(&model, "vehicles/x/tirps").unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "the path segment `tirps` leads to no resource (character 12 of the path); possible are `trips`, `plate`"
//! );
//! # Ok::<(), odata_core::uri::UriError>(())
//! ```

mod arguments;
mod error;
mod function_call;
mod key;
pub mod literal;
mod path;
pub mod percent;
mod predicate;
mod query;
mod quotes;
mod segment;
mod segments;

pub use arguments::Arguments;
pub use error::UriError;
pub use function_call::FunctionCall;
pub use key::{EntityKey, Key};
pub use path::ResourcePath;
pub use segment::{Segment, SegmentKind};
pub use segments::Segments;
