//! V13: an action is a word. (2 faults)
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(on_delete = "Cascade")]
    parts: Nav<Vec<Policy>>,
    #[odata(on_delete)]
    others: Nav<Vec<Policy>>,
}

fn main() {}
