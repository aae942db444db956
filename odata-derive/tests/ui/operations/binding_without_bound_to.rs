//! A name for a binding parameter that is not there.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.link", binding = "product")]
struct Link;

fn main() {}
