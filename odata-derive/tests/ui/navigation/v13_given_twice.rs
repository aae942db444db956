//! V13: a navigation property has one action.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(on_delete = cascade, on_delete = none)]
    parts: Nav<Vec<Policy>>,
}

fn main() {}
