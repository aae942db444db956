//! A9: only an item of a collection can be absent, also where it is not checked.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = raw if_(true, 1)))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
