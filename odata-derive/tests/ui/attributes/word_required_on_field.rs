//! `Option` says what is required.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(required)]
    number: String,
}

fn main() {}
