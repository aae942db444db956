//! F2: a precision is a whole number.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = variable)]
    price: Decimal,
}

fn main() {}
