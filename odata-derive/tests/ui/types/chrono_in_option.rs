//! The same in `Option`.
use odata_core::ODataEntity;

mod chrono {
    #[derive(Clone)]
    pub struct NaiveDate;
}

use chrono::NaiveDate;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    on: Option<NaiveDate>,
}

fn main() {}
