//! S1: a related entity is not a value.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unique)]
    other: Nav<Vec<Policy>>,
}

fn main() {}
