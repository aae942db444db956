//! A value that is not checked is not an expression of Rust.
use odata_core::{ODataEntity};

const TEXT: &str = "a";

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("other.Note" = raw TEXT))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
