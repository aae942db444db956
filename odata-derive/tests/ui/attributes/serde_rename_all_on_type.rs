//! The case of names is `rename_all`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
#[serde(rename_all = "PascalCase")]
struct Policy {
    number: String,
}

fn main() {}
