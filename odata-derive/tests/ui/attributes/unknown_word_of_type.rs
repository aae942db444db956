//! An unknown word has a suggestion.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", abstrac)]
struct Policy {
    name: String,
}

fn main() {}
