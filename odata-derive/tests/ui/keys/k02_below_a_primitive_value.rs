//! K2: no path leads below a primitive value.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id.value as infoId))]
struct Product {
    info: Info,
}

fn main() {}
