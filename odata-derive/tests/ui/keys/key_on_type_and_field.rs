//! The key is declared on the type or on its fields.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(id))]
struct Product {
    id: i32,
    #[odata(key)]
    region: String,
}

fn main() {}
