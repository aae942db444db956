//! A field that is not part of the model is `skip`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[serde(skip)]
    number: Option<String>,
}

fn main() {}
