//! T5: an open type has or inherits a field for its dynamic properties.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
