//! A1: a term is applied once, also by its name.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = raw "a", "other.Note" = raw "b"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
