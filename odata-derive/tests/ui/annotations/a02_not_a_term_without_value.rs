//! A2: what is applied is a term, also without a value.
use odata_core::{ODataEntity};

struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Note))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
