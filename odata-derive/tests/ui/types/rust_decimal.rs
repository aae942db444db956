//! `rust_decimal::Decimal` is an OData type only with a feature.
use odata_core::ODataEntity;

mod rust_decimal {
    #[derive(Clone)]
    pub struct Decimal;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    price: rust_decimal::Decimal,
}

fn main() {}
