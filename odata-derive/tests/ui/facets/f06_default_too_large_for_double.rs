//! F6: a default value is finite.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 1e400)]
    number: f64,
}

fn main() {}
