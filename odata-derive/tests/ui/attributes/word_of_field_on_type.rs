//! A word stands where it belongs.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", computed)]
struct Policy {
    name: String,
}

fn main() {}
