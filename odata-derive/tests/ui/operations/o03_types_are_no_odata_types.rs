//! O3: the types of parameters and of what is returned are OData types. (2 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

struct Plain;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", bound_to = Product, returns(Plain))]
struct Related;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.other", bound_to = Vec<Plain>, returns(i32))]
struct Other;

fn main() {}
