//! A value that is set is of the type of its property.
use odata_core::{Delta, ODataComplex};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.place")]
struct Place {
    name: Option<String>,
}

fn main() {
    let _ = Delta::<Place>::new().set(Place::PROPERTIES.name, 5);
}
