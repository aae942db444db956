//! A3: a constant has the type of the term.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = i32)]
struct Count;

const TEXT: &str = "a";

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Count = TEXT))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
