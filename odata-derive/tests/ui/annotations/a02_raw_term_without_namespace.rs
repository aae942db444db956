//! A2: the name of a term has a namespace.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("Note" = raw "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
