//! O3: a parameter is an entity and not a relation to it.

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
    other: Nav<Product>,
}

fn main() {}
