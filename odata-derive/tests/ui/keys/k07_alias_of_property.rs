//! K7: a property of the type has no alias in a key.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(id as number))]
struct Product {
    id: i32,
}

fn main() {}
