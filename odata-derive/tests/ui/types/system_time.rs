//! `SystemTime` has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    changed: Option<std::time::SystemTime>,
}

fn main() {}
