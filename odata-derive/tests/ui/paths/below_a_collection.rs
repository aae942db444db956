//! A path does not say which item it means.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: Option<String>,
    parts: Vec<Place>,
}

fn main() {
    let _ = Place::PROPERTIES.parts.then(Place::PROPERTIES.name);
}
