//! N12: the parameters have different names.

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
    first: i32,
    #[odata(name = "first")]
    second: i32,
}

fn main() {}
