//! External annotations have terms.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Container", annotations(Product))]
struct Shop {
    #[odata(entity_set)]
    products: Vec<Product>,
}

fn main() {}
