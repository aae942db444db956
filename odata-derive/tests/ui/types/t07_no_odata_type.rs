//! T7: the type of a property is an OData type.
use odata_core::ODataEntity;

#[derive(Clone)]
struct Plain;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    plain: Plain,
}

fn main() {}
