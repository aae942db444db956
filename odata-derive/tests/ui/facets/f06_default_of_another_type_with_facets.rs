//! F6: a default value of another type is one fault, also where facets are declared.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "1.555", precision = 5, scale = 2)]
    price: Decimal,
}

fn main() {}
