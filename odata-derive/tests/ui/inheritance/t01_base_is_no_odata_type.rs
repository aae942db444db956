//! T1: a base type is an OData type.
use odata_core::ODataEntity;

#[derive(Clone)]
struct Plain;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    plain: Plain,
    name: String,
}

fn main() {}
