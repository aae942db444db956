//! C2: the type of an entity set is an entity type, also in `AnyOf`.
use odata_core::{AnyOf, ODataContainer};

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    names: Vec<AnyOf<String>>,
}

fn main() {}
