//! F6: a default value is a literal of the type.
use odata_core::{ODataEntity, value::Date};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "2024-13-01")]
    day: Date,
}

fn main() {}
