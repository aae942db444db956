//! `std::time::Duration` has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    period: std::time::Duration,
}

fn main() {}
