//! F4: `unicode` alone would say the opposite of what is meant.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unicode)]
    name: String,
}

fn main() {}
