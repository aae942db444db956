//! K8: a key path has no casts.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.more")]
struct More {
    #[odata(base)]
    info: Info,
    number: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info as More.number as infoId))]
struct Product {
    info: Info,
}

fn main() {}
