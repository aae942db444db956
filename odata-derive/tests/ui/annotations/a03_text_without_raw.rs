//! A3: the value of a term that is named by its text is not checked.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
