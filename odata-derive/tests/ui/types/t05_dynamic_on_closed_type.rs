//! T5: only open types have dynamic properties.
use odata_core::{DynamicProperties, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(dynamic)]
    more: DynamicProperties,
}

fn main() {}
