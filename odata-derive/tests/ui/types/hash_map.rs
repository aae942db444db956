//! `HashMap` has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    more: std::collections::HashMap<String, String>,
}

fn main() {}
