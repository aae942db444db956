//! N2: the name of a type is qualified.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "policy")]
struct Policy {
    priority: i32,
}

fn main() {}
