//! A name is a string.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = 5)]
struct Policy {
    name: String,
}

fn main() {}
