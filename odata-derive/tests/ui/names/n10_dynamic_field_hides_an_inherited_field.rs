//! N10: the field for dynamic properties does not hide a field of the base type.
use odata_core::{DynamicProperties, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
    #[odata(skip)]
    cache: u64,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    #[odata(base)]
    entity: Entity,
    #[odata(dynamic)]
    id: DynamicProperties,
}

fn main() {}
