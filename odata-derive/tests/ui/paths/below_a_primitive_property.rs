//! A primitive value has no properties.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: Option<String>,
}

fn main() {
    let _ = Place::PROPERTIES.name.then(Place::PROPERTIES.name);
}
