//! F6: a default value is a value of the type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "AUTO")]
    priority: i32,
}

fn main() {}
