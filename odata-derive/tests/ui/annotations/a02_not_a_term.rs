//! A2: what is applied is a term.
use odata_core::{ODataEntity};

struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note = "a"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
