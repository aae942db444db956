//! A skipped field has no words about properties.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(skip, key)]
    name: String,
}

fn main() {}
