//! O8: an action is not composable.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product, composable)]
struct Reset;

fn main() {}
