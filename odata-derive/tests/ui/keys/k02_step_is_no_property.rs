//! K2: each step of a key path is a property.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    #[odata(skip)]
    id: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id as infoId))]
struct Product {
    info: Info,
}

fn main() {}
