//! O7: a path to an entity set begins with the binding parameter.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", returns(Product), entity_set_path("product"))]
struct Related;

fn main() {}
