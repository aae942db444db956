//! A9: only an item of a collection can be absent.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = if_(true, "a")))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
