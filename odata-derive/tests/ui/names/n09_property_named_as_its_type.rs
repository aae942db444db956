//! N9: a property is not named as its type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    policy: String,
}

fn main() {}
