//! An unknown word has a suggestion.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(computd)]
    name: String,
}

fn main() {}
