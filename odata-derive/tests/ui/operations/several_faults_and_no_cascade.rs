//! All faults of an action are reported, and none where it is used. (7 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product, binding = "a-b", composable, entity_set_path("x"))]
struct Reset {
    first: Optional<u32>,
    #[odata(name = "first")]
    second: String,
}

#[derive(ODataContainer)]
#[odata(type = "test.Container", types(Reset))]
struct Container {
    #[odata(entity_set)]
    products: Vec<Product>,
}

fn call(reset: &Reset) -> Vec<u8> {
    odata_core::codec::to_vec(reset)
}

fn operation<T: odata_core::Action<Binding = Product>>() {}

fn use_it() {
    operation::<Reset>();
}

fn main() {}
