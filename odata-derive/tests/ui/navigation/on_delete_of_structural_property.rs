//! What deletion does is a fact of navigation properties. (2 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(on_delete = cascade)]
    name: String,
    #[odata(on_delete = none)]
    part: Option<Part>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.part")]
struct Part {
    name: String,
}

fn main() {}
