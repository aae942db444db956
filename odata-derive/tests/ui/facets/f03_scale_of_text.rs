//! F3: a scale applies to decimal numbers.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(scale = variable)]
    name: Option<String>,
}

fn main() {}
