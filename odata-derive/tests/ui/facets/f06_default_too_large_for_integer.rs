//! F6: a number that no floating-point type holds is one fault.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 1e400)]
    number: i64,
}

fn main() {}
