//! O10: parameters that may be left out come last. (2 faults)

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
    first: Optional<i32>,
    second: Option<i32>,
    third: Optional<i32>,
    fourth: String,
}

fn main() {}
