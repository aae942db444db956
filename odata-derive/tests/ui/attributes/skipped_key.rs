//! A field outside of the model has no facts.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(skip, key)]
    name: String,
}

fn main() {}
