//! C2: the type of an entity set is an entity type.
use odata_core::ODataContainer;

struct Plain;

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    plain: Vec<Plain>,
}

fn main() {}
