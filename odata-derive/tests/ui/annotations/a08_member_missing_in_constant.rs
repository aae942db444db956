//! A8: a record of a constant has the members that it must have.
use odata_core::{ODataRecord, record, annotation::{PropertyPath, Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
    of: Value<Option<PropertyPath>>,
}

const AUDIT: Audit = record!(Audit { of: null });

fn main() {}
