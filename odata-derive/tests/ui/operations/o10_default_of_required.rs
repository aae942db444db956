//! O10: only a parameter that may be left out has a default value.

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
    #[odata(default = 5)]
    first: i32,
}

fn main() {}
