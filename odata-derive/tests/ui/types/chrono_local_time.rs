//! A time without an offset has no EDM type.
use odata_core::ODataEntity;

mod chrono {
    #[derive(Clone)]
    pub struct NaiveDateTime;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    at: chrono::NaiveDateTime,
}

fn main() {}
