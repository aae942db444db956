//! K4: the values of a key can be compared exactly. (2 faults)
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", alternate_key(weight), alternate_key(tags))]
struct Product {
    #[odata(key)]
    id: i32,
    weight: Option<f64>,
    tags: Vec<String>,
}

fn main() {}
