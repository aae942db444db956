//! An unknown word that is like no other is reported with a list.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(colour = 5)]
    name: String,
}

fn main() {}
