//! F6: a default value is not longer than the maximum length.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "größer", max_length = 5)]
    size: String,
}

fn main() {}
