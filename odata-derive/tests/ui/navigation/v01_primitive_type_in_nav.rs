//! V1: a navigation property leads to an entity type.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    names: Nav<Vec<String>>,
}

fn main() {}
