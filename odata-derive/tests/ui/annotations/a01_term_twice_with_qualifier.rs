//! A1: a term is applied once with each qualifier.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note #Short = "a"), annotate(Note #Short = "b"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
