//! Words that actions and functions do not have. (6 faults)

use odata_core::prelude::*;

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound, abstract, bound_too = Product)]
struct Reset {
    #[odata(key, optional, skip)]
    first: i32,
}

fn main() {}
