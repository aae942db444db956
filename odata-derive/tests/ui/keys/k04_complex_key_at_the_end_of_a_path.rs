//! K4: a key property has a primitive value.
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
    info: Info,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(more.info as info))]
struct Product {
    more: More,
}

fn main() {}
