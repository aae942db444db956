//! V1: a navigation property leads to an entity type.
use odata_core::{Nav, ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    name: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    info: Nav<Info>,
}

fn main() {}
