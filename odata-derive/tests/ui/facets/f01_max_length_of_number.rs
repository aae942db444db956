//! F1: a maximum length applies to strings, bytes and streams.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(max_length = 5)]
    priority: i32,
}

fn main() {}
