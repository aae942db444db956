//! Support for the tests.

pub mod client;
pub mod compare;
pub mod csdl;
pub mod documents;
pub mod program;
pub mod reference;
