//! F1: a maximum length is at least 1.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(max_length = 0)]
    name: String,
}

fn main() {}
