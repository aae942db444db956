//! OData JSON: entities and complex values to bytes and back (OData JSON 4.01).
//!
//! The loops here are not generic: they know a value by its [`descriptor`](crate::edm::TypeDescriptor) and its
//! [slots](crate::slot) alone, and are compiled once.

mod control;
mod facets;
mod fault;
mod options;
mod other_member;
mod read;
mod seen;
mod type_name;
mod write;

#[doc(hidden)]
pub use control::Control;
pub(crate) use control::MemberName;
pub(crate) use facets::excess_of;
pub use options::{Inline, ODataVersion, Purpose, ReadOptions, Undeclared, UnknownTypes, WriteOptions};
pub(crate) use read::{Intake, is_stream, read_whole};
pub use read::{PartlyRead, from_slice, from_slice_with, read_faulty, read_structured};
pub use type_name::type_name_of;
pub(crate) use type_name::{Named, qualified, written_alone};
pub(crate) use write::{Encoder, Members};
pub use write::{to_insert_body, to_vec, to_vec_with, write_insert_body, write_structured};
