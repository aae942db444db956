//! `Option` says what is optional.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(optional)]
    number: String,
}

fn main() {}
