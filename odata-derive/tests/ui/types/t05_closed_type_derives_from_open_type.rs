//! T5: what derives from an open type is open.
use odata_core::{DynamicProperties, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", open)]
struct Entity {
    #[odata(dynamic)]
    more: DynamicProperties,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open = false)]
struct Policy {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
