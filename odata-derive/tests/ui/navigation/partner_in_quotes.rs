//! A partner is a field of Rust. (5 faults)
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(partner = "others")]
    first: Nav<Vec<Policy>>,
    #[odata(partner)]
    second: Nav<Vec<Policy>>,
    #[odata(partner = others.)]
    third: Nav<Vec<Policy>>,
    #[odata(referential_constraint = id)]
    fourth: Nav<Option<Box<Policy>>>,
    #[odata(referential_constraint())]
    fifth: Nav<Option<Box<Policy>>>,
    others: Nav<Vec<Policy>>,
}

fn main() {}
