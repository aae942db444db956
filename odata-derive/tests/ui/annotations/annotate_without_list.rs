//! `annotate` has a list of terms.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate)]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
