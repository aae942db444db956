//! A type has a name.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
struct Policy {
    name: String,
}

fn main() {}
