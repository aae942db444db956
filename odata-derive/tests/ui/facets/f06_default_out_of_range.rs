//! F6: a default value is in the range of the type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 300)]
    priority: u8,
}

fn main() {}
