//! F6: a default value has no more digits than the facets allow.
use odata_core::{ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = -1234.5, precision = 5, scale = 2)]
    price: Decimal,
}

fn main() {}
