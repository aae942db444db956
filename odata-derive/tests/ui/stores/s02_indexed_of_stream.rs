//! S2: a stream has no order.
use odata_core::{ODataEntity, value::Stream};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(indexed)]
    payload: Option<Stream>,
}

fn main() {}
