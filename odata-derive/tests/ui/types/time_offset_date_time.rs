//! `time::OffsetDateTime` is an OData type only with a feature.
use odata_core::ODataEntity;

mod time {
    #[derive(Clone)]
    pub struct OffsetDateTime;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    at: time::OffsetDateTime,
}

fn main() {}
