//! S1: unique values are compared exactly.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unique)]
    weight: f64,
}

fn main() {}
