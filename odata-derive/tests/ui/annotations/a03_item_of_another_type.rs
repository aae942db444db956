//! A3: the items of a collection have their type.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.counts", value = Vec<i32>)]
struct Counts;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Counts = [1, "a"]))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
