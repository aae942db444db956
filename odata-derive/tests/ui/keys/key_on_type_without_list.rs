//! A key on the type lists its parts.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key)]
struct Product {
    id: i32,
}

fn main() {}
