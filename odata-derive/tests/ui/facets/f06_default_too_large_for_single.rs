//! F6: a default value is finite in its own type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 3.5e38)]
    number: Option<f32>,
}

fn main() {}
