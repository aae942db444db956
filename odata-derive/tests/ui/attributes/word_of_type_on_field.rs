//! A word of a type is refused on a field.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(abstract)]
    name: String,
}

fn main() {}
