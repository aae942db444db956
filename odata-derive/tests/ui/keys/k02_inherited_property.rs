//! K2: the parts of a key begin with properties that the type itself declares.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.thing", abstract)]
struct Thing {
    id: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(id))]
struct Product {
    #[odata(base)]
    thing: Thing,
}

fn main() {}
