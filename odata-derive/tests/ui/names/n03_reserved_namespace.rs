//! N3: some namespaces are reserved.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "Edm.policy")]
struct Policy {
    priority: i32,
}

fn main() {}
