//! T12: no default value is of an unknown type.
use odata_core::{ODataEntity, slot::Untyped};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 1)]
    content: Option<Untyped>,
}

fn main() {}
