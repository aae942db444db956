//! The next property is one of the type that is reached.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: Option<String>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.stop")]
struct Stop {
    place: Option<Place>,
    number: i32,
}

fn main() {
    let _ = Stop::PROPERTIES.place.then(Stop::PROPERTIES.number);
}
