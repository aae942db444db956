//! A word belongs to another.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(no_deref)]
    name: String,
}

fn main() {}
