//! The compiler itself reports a reference without a lifetime.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: &str,
}

fn main() {}
