//! A3: the text of a date is one, also where the type is not checked.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Day" = raw date("2026-02-30")))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
