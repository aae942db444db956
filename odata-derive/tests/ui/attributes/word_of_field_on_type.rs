//! A word of a field is refused on a type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", computed)]
struct Policy {
    name: String,
}

fn main() {}
