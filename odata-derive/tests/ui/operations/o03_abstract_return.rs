//! O3: what is returned has instances.

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "test.shape", abstract)]
struct Shape;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.outline", bound_to = Product, returns(Shape))]
struct Outline;

fn main() {}
