//! C2: the type of an entity set has a key.
use odata_core::{ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    policies: Vec<Policy>,
}

fn main() {}
