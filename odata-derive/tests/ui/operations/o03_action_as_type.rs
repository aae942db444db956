//! O3: an action is not a type of values.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product)]
struct Reset;

#[derive(ODataAction, Clone)]
#[odata(type = "test.again", bound_to = Product)]
struct Again {
    what: Reset,
}

fn main() {}
