//! The base type is `base`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[serde(flatten)]
    number: Option<String>,
}

fn main() {}
