//! F2: a decimal number has at least one digit.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 0)]
    price: Option<Decimal>,
}

fn main() {}
