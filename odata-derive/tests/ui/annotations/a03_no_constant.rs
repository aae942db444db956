//! A3: a value is a constant that annotations can have.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = String::new()))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
