//! V13: the actions are `cascade`, `none`, `set_null` and `set_default`. (2 faults)
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(on_delete = delete)]
    parts: Nav<Vec<Policy>>,
    #[odata(on_delete = set_nul)]
    others: Nav<Vec<Policy>>,
}

fn main() {}
