//! The schema rules that one item alone can break. All faults of an item are reported together.

mod annotation;
mod binding;
mod container;
mod definition;
mod document;
mod enumeration;
mod head;
mod keys;
mod names;
mod operation;
mod property;
mod structured;
mod term;

pub(crate) use annotation::record_macro;
pub(crate) use container::container;
pub(crate) use definition::definition;
pub(crate) use enumeration::{enumeration, integer};
pub(crate) use operation::operation;
pub(crate) use structured::{has_infinite_size, structured};
pub(crate) use term::{record, term};
