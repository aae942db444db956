//! `jiff::Timestamp` is an OData type only with a feature.
use odata_core::ODataEntity;

mod jiff {
    #[derive(Clone)]
    pub struct Timestamp;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    at: jiff::Timestamp,
}

fn main() {}
