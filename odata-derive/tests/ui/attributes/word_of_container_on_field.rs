//! A word of a container is refused on a field.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(singleton)]
    name: String,
}

fn main() {}
