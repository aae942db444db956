//! N1: a name is an identifier.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(name = "pri-ority")]
    priority: i32,
}

fn main() {}
