//! A3: a number is in the range of the type.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = u8)]
struct Count;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Count = 256))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
