//! OData JSON: entities and complex values to bytes and back (OData JSON 4.01).
//!
//! The loops here are not generic: they know a value by its [`descriptor`](crate::edm::TypeDescriptor) and its
//! [slots](crate::slot) alone, and are compiled once.
//!
//! ```
//! use odata_core::{
//!     ErrorCode, ODataEntity,
//!     codec::{self, ODataVersion, ReadOptions, WriteOptions},
//! };
//!
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.vehicle")]
//! pub struct Vehicle {
//!     #[odata(key)]
//!     pub id: i64,
//!     pub seats: i32,
//! }
//!
//! let body = br#"{"id":7,"seats":2,"wings":0}"#;
//! let vehicle: Vehicle = codec::from_slice_with(body, &ReadOptions::client())?;
//! assert_eq!(vehicle, Vehicle { id: 7, seats: 2 });
//! let error = codec::from_slice::<Vehicle>(body).unwrap_err();
//! assert_eq!((error.code(), error.target()), (ErrorCode::UNDECLARED_PROPERTY, Some("wings")));
//!
//! let options = WriteOptions::new().with_version(ODataVersion::V4_01).with_ieee754_compatible(true);
//! let json = String::from_utf8(codec::to_vec_with(&vehicle, &options)).expect("JSON is UTF-8");
//! assert_eq!(json, r##"{"@type":"#fleet.vehicle","id":"7","seats":2}"##);
//! # Ok::<(), odata_core::Error>(())
//! ```

mod body;
mod commas;
mod control;
mod dynamic;
mod facets;
mod fault;
mod member;
mod object;
mod object_type;
mod options;
mod parameters;
mod read;
mod receiver;
mod rules;
mod stream;
mod type_name;
mod write;

pub(crate) use body::BodyReader;
pub(crate) use commas::Commas;
#[doc(hidden)]
pub use control::Control;
pub(crate) use control::is_type;
pub(crate) use dynamic::{normal, spelled_json};
pub(crate) use facets::excess_of;
pub(crate) use member::{Member, Members, Target, WholeValue};
pub(crate) use object::Sink;
pub use options::{Inline, ODataVersion, Purpose, ReadOptions, Undeclared, UnknownTypes, WriteOptions};
pub use parameters::{read_parameters, read_parameters_of};
#[doc(hidden)]
pub use read::from_slice_with_receiver;
pub use read::{PartlyRead, from_slice, from_slice_with, read_faulty, read_structured};
pub(crate) use read::{read_value, read_whole};
#[doc(hidden)]
pub use receiver::Receiver;
pub(crate) use stream::information;
pub use type_name::type_name_of;
pub(crate) use type_name::{TypeMember, qualified, written_alone};
pub(crate) use write::Encoder;
pub use write::{to_insert_body, to_vec, to_vec_with, write_insert_body, write_structured};
