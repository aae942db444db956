//! `AnyOf` takes an entity type or complex type.
use odata_core::{AnyOf, ODataComplex};

#[derive(Clone)]
struct Plain;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    plain: Vec<AnyOf<Plain>>,
}

fn main() {}
