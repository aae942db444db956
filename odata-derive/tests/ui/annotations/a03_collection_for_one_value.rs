//! A3: a collection is not one value.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = ["a"]))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
