//! T5: the field for dynamic properties is declared once along the chain.
use odata_core::{DynamicProperties, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", open)]
struct Entity {
    #[odata(dynamic)]
    more: DynamicProperties,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    #[odata(base)]
    entity: Entity,
    #[odata(dynamic)]
    rest: DynamicProperties,
}

fn main() {}
