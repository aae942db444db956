//! N2: a namespace is made of identifiers.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph..policy")]
struct Policy {
    priority: i32,
}

fn main() {}
