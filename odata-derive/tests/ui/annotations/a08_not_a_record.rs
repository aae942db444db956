//! A8: a record is of a type that is one.
use odata_core::{ODataEntity, ODataTerm, annotation::Value};

struct Audit {
    by: Value<String>,
}

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = Audit { by: "a" }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
