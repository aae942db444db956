//! A cast leads to a type that derives from the declared one.
use odata_core::{AnyOf, ODataComplex};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: Option<String>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.stop")]
struct Stop {
    place: Option<AnyOf<Place>>,
    number: i32,
}

fn main() {
    let _ = Stop::PROPERTIES.place.then_as(Stop::PROPERTIES.number);
}
