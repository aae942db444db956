//! K7: a path in a key has an alias. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id), alternate_key(info.code))]
struct Product {
    info: Info,
}

fn main() {}
