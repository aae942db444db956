//! The name of a property is `name`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[serde(rename = "id")]
    number: Option<String>,
}

fn main() {}
