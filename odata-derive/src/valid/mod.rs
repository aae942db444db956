//! The schema rules that one item alone can break. All faults of an item are reported together.

mod binding;
mod container;
mod document;
mod enumeration;
mod head;
mod keys;
mod names;
mod operation;
mod property;
mod structured;

pub(crate) use container::container;
pub(crate) use enumeration::{enumeration, integer};
pub(crate) use operation::operation;
pub(crate) use structured::{has_infinite_size, structured};
