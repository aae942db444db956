//! T5: one field holds the dynamic properties.
use odata_core::{DynamicProperties, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    #[odata(dynamic)]
    more: DynamicProperties,
    #[odata(dynamic)]
    rest: DynamicProperties,
}

fn main() {}
