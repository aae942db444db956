//! `usize` has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    count: usize,
}

fn main() {}
