//! K1: a key has at least one part. (2 faults)
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(), alternate_key())]
struct Product {
    id: i32,
}

fn main() {}
