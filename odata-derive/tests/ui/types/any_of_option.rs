//! `AnyOf` takes an entity type or complex type; `Option` goes around it.
use odata_core::{AnyOf, ODataComplex};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: String,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    place: AnyOf<Option<Place>>,
}

fn main() {}
