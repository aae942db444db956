//! A type that does not exist is one error.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    plain: Plain,
}

fn main() {}
