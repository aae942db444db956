//! K3: a key property is not nullable.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(region))]
struct Product {
    region: Option<String>,
}

fn main() {}
