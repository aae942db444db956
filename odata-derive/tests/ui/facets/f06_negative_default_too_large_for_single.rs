//! F6: a default value is finite in its own type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = -1e39)]
    number: f32,
}

fn main() {}
