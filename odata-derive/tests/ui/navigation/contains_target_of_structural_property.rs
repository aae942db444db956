//! Containment is a fact of navigation properties.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(contains_target)]
    name: String,
}

fn main() {}
