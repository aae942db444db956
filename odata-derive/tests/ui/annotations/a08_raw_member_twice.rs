//! A8: a record has each member once, also where it is not checked.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Audited" = raw { By: 1, By: 2 }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
