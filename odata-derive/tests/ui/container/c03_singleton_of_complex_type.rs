//! C3: the type of a singleton is an entity type.
use odata_core::{ODataComplex, ODataContainer};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    name: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(singleton)]
    info: Info,
}

fn main() {}
