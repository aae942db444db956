//! OData entity data models as plain Rust structs.
extern crate self as odata_core;

pub mod json;
pub mod value;
