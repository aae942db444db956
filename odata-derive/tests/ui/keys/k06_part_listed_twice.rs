//! K6: each part of a key is listed once. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(region, info.id as infoId, info.id as again, region))]
struct Product {
    info: Info,
    region: String,
}

fn main() {}
