//! F6: a default value has no more digits than the facets allow.
use odata_core::{ODataEntity, value::TimeOfDay};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "07:59:59.5", precision = 0)]
    opens: TimeOfDay,
}

fn main() {}
