//! K8: a key path goes through values that are never null.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id as infoId))]
struct Product {
    info: Option<Info>,
}

fn main() {}
