//! K2: the parts of a key begin with properties that the type itself declares. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(inof.id as infoId, regoin))]
struct Product {
    info: Info,
    region: String,
}

fn main() {}
