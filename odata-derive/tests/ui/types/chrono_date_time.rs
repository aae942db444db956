//! `chrono::DateTime` is an OData type only with a feature.
use odata_core::ODataEntity;

mod chrono {
    #[derive(Clone)]
    pub struct Utc;
    #[derive(Clone)]
    pub struct DateTime<Tz>(Tz);
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    at: chrono::DateTime<chrono::Utc>,
}

fn main() {}
