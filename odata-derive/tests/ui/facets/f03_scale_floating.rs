//! F3: a scale is a number or `variable`.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(scale = floating)]
    price: Decimal,
}

fn main() {}
