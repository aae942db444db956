//! An abstract type has no instances.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.target", abstract)]
struct Target {
    name: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    target: Option<Target>,
}

fn main() {}
