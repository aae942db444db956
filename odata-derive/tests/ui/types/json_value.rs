//! Any JSON has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    more: serde_json::Value,
}

fn main() {}
