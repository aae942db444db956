//! K5: a type declares no key if a base type has one.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.thing", key(info.id as infoId))]
struct Thing {
    info: Info,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(other.id as otherId))]
struct Product {
    #[odata(base)]
    thing: Thing,
    other: Info,
}

fn main() {}
