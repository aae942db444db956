//! All faults of facets are reported together, each once.
use odata_core::{Nav, ODataContainer, ODataEntity, value::Decimal};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(precision = 5, scale = 2)]
    count: i32,
    #[odata(precision = 0, default = 1.5)]
    price: Decimal,
    #[odata(max_length = 3, default = 5)]
    name: String,
    #[odata(computed, immutable)]
    others: Nav<Vec<Policy>>,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", types(Policy, u8, Option<Policy>))]
struct Service {
    #[odata(entity_set)]
    policies: Vec<Policy>,
}

fn main() {}
