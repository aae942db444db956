//! A structured type is `Clone`.
use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
}

fn main() {}
