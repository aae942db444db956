//! The target of a navigation property is an entity type, also in `AnyOf`.
use odata_core::{AnyOf, Nav, ODataEntity};

#[derive(Clone)]
struct Plain;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    related: Nav<Vec<AnyOf<Plain>>>,
}

fn main() {}
