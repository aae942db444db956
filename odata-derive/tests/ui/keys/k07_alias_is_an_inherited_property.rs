//! K7: an alias is not the name of an inherited property.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    id: i32,
    code: Option<String>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.thing", abstract)]
struct Thing {
    display_name: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(info.id as displayName))]
struct Product {
    #[odata(base)]
    thing: Thing,
    info: Info,
}

fn main() {}
