//! `Option` says what can be null.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(nullable)]
    number: String,
}

fn main() {}
