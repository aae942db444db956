//! F2: a precision applies to decimal numbers and times.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 5)]
    priority: i32,
}

fn main() {}
