//! A member of a record is a `Value`.
use odata_core::{ODataRecord};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    times: i32,
}

fn main() {}
