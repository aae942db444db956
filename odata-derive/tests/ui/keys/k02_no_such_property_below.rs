//! K2: each step of a key path is a field.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.idd as infoId))]
struct Product {
    info: Info,
}

fn main() {}
