//! K8: a key path leads to a single value. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(infos.id as infoId), alternate_key(infos.code as code))]
struct Product {
    infos: Vec<Info>,
}

fn main() {}
