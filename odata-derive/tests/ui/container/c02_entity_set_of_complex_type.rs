//! C2: the type of an entity set is an entity type.
use odata_core::{ODataComplex, ODataContainer};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    name: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    infos: Vec<Info>,
}

fn main() {}
