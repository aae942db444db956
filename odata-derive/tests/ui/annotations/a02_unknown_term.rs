//! A2: a term exists.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Nothing = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
