//! F3: a scale applies to decimal numbers.
use odata_core::{ODataEntity, value::DateTimeOffset};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(scale = 3)]
    changed: DateTimeOffset,
}

fn main() {}
