//! F4: `Unicode` applies to text.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unicode = false)]
    priority: i32,
}

fn main() {}
