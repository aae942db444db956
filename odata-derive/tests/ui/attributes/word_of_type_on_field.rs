//! A word stands where it belongs.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(abstract)]
    name: String,
}

fn main() {}
