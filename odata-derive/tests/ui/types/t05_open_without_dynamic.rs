//! T5: an open type has a field for its dynamic properties.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    priority: i32,
}

fn main() {}
