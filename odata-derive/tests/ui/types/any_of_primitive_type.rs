//! `AnyOf` takes an entity type or complex type.
use odata_core::{AnyOf, ODataComplex};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    number: Option<AnyOf<i32>>,
}

fn main() {}
