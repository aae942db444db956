//! The attribute is a list.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata]
    name: String,
}

fn main() {}
