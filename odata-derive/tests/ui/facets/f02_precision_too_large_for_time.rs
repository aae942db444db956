//! F2: a second has at most 12 digits of a fraction.
use odata_core::{ODataEntity, value::DateTimeOffset};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 13)]
    changed: DateTimeOffset,
}

fn main() {}
