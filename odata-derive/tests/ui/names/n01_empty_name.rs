//! N1: a name is not empty.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(name = "")]
    priority: i32,
}

fn main() {}
