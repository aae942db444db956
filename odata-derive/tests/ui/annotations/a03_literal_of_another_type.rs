//! A3: a literal is one of the type of the term.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = i32)]
struct Count;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Count = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
