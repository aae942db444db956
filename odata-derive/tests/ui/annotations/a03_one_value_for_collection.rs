//! A3: one value is not a collection.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.notes", value = Vec<String>)]
struct Notes;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Notes = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
