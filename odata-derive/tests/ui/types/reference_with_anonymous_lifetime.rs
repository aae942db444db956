//! The compiler itself reports a lifetime that is left to inference.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: &'_ str,
    others: Nav<Vec<Policy>>,
}

fn main() {}
