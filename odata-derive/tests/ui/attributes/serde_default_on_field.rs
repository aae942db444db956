//! What may be absent is an `Option`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[serde(default)]
    number: Option<String>,
}

fn main() {}
