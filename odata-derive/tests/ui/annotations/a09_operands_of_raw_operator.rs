//! A9: an operator has as many operands as it needs.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = raw not(true, false)))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
