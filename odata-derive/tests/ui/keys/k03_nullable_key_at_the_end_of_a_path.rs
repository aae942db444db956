//! K3: a key property is not nullable.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.code as code))]
struct Product {
    info: Info,
}

fn main() {}
