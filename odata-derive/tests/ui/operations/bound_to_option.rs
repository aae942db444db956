//! An operation is not bound to null.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.link", bound_to = Option<Product>)]
struct Link;

fn main() {}
