//! F3: a scale is not greater than the precision.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 2, scale = 5)]
    price: Decimal,
}

fn main() {}
