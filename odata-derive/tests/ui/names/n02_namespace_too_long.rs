//! N2: a namespace has at most 511 characters.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "a.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.bcd.policy")]
struct Policy {
    priority: i32,
}

fn main() {}
