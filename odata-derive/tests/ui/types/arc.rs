//! A shared value has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    number: std::sync::Arc<i32>,
}

fn main() {}
