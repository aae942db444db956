//! K3: a key property is not nullable.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: Option<String>,
}

fn main() {}
