//! A1: a term is applied once, or with different qualifiers.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = "a", Note #Short = "b", Note = "c"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
