//! Words of serde that correspond to nothing are reported as such.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
}

fn main() {}
