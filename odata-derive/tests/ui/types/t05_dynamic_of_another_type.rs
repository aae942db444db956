//! T5: dynamic properties are `DynamicProperties`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
struct Policy {
    #[odata(dynamic)]
    more: String,
}

fn main() {}
