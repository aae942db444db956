//! F6: a default value of a number has no quotes.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "1.50")]
    price: Decimal,
}

fn main() {}
