//! O11: a parameter is not a stream.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product)]
struct Reset {
    first: Option<Stream>,
}

fn main() {}
