//! O1: a function returns something.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", bound_to = Product)]
struct Related;

fn main() {}
