//! The values of EDM primitive types that Rust has no type for.
