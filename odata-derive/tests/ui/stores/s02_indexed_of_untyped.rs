//! S2: values of any type have no order.
use odata_core::{ODataEntity, slot::Untyped};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(indexed)]
    content: Option<Untyped>,
}

fn main() {}
