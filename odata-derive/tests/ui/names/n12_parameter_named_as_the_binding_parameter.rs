//! N12: no parameter has the name of the binding parameter.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product, binding = "product")]
struct Reset {
    product: i32,
}

fn main() {}
