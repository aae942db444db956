//! `AnyOf` holds a value of an OData type.
use odata_core::AnyOf;

#[derive(Clone)]
struct Plain;

fn wrap(plain: Plain) -> AnyOf<Plain> {
    AnyOf::new(plain)
}

fn main() {}
