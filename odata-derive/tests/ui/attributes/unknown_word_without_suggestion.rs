//! An unknown word that resembles none.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(colour = 5)]
    name: String,
}

fn main() {}
