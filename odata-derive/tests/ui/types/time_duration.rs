//! `time::Duration` is an OData type only with a feature.
use odata_core::ODataEntity;

mod time {
    #[derive(Clone)]
    pub struct Duration;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    period: time::Duration,
}

fn main() {}
