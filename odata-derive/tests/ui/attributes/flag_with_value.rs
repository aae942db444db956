//! Some words take no value.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(computed = true)]
    name: String,
}

fn main() {}
