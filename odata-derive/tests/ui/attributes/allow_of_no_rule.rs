//! `allow` names rules.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", allow(same_name))]
struct Policy {
    name: String,
}

fn main() {}
