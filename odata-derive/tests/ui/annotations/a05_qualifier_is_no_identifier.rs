//! A5: a qualifier is an identifier of OData.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note #a·b = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
