//! F2: a precision applies to decimal numbers and times.
use odata_core::{ODataEntity, value::Date};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 0)]
    day: Option<Date>,
}

fn main() {}
