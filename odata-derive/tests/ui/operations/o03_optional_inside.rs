//! O3: `Optional` stands around the whole type.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.link", bound_to = Product)]
struct Link {
    names: Vec<Optional<String>>,
}

fn main() {}
