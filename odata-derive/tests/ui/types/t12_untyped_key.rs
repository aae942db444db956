//! T12: `Edm.Untyped` cannot be the type of a key.
use odata_core::{ODataEntity, slot::Untyped};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: Untyped,
}

fn main() {}
