//! An entity type is a struct.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
enum Policy {
    A,
}

fn main() {}
