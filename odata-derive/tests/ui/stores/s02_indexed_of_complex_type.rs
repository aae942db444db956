//! S2: a complex value has no order; its properties have.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    street: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(indexed)]
    place: Place,
}

fn main() {}
