//! O3: types of Rust without an EDM type. (3 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", bound_to = Product, returns(Vec<u64>))]
struct Related {
    most: u32,
    names: Optional<std::collections::HashSet<String>>,
}

fn main() {}
