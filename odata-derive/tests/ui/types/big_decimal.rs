//! `bigdecimal::BigDecimal` is an OData type only with a feature.
use odata_core::ODataEntity;

mod bigdecimal {
    #[derive(Clone)]
    pub struct BigDecimal;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    price: bigdecimal::BigDecimal,
}

fn main() {}
