//! Models and generators shared by the tests and benches of the workspace.

pub mod arbitrary;
pub mod catalog;
pub mod reorder;
pub mod workshop;
