//! OData JSON: entities and complex values to bytes and back (OData JSON 4.01).
//!
//! The loops here are not generic: they know a value by its [`descriptor`](crate::edm::TypeDescriptor) and its
//! [slots](crate::slot) alone, and are compiled once.

mod beside;
mod body;
mod control;
mod dynamic;
mod facets;
mod fault;
mod member;
mod object;
mod object_type;
mod options;
mod read;
mod type_name;
mod write;

#[doc(hidden)]
pub use beside::Receiver;
pub(crate) use body::BodyReader;
#[doc(hidden)]
pub use control::Control;
pub(crate) use control::is_type;
pub(crate) use dynamic::{normal, spelled_json};
pub(crate) use facets::excess_of;
pub(crate) use member::{Member, Members, Target, Whole};
pub(crate) use object::Sink;
pub use options::{Inline, ODataVersion, Purpose, ReadOptions, Undeclared, UnknownTypes, WriteOptions};
#[doc(hidden)]
pub use read::from_slice_beside;
pub(crate) use read::read_whole;
pub use read::{PartlyRead, from_slice, from_slice_with, read_faulty, read_structured};
pub use type_name::type_name_of;
pub(crate) use type_name::{Named, qualified, written_alone};
pub(crate) use write::{Commas, Encoder};
pub use write::{to_insert_body, to_vec, to_vec_with, write_insert_body, write_structured};
