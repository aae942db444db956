//! F4: `Unicode` is true or false.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unicode = "false")]
    name: String,
}

fn main() {}
