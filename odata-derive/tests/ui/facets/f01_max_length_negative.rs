//! F1: a maximum length is a whole number.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(max_length = -1)]
    name: String,
}

fn main() {}
