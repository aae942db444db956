//! N1: a name is an identifier.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.1st")]
struct Policy {
    priority: i32,
}

fn main() {}
