//! A record is `Copy`.
use odata_core::{ODataRecord, annotation::{Value}};

#[derive(ODataRecord)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
}

fn main() {}
