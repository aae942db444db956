//! K7: an alias stands for one path. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id as id, other.id as id), alternate_key(info.code as id))]
struct Product {
    info: Info,
    other: Info,
}

fn main() {}
