//! K4: some primitive types cannot be the type of a key property.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: f64,
}

fn main() {}
