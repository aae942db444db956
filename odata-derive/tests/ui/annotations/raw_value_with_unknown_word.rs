//! The words of values that are not checked are known.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = raw propertypath("a")))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
