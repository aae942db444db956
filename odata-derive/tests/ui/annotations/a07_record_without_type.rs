//! A7: the paths of a record begin in a type.
use odata_core::{ODataRecord, record, annotation::{PropertyPath, Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
    of: Value<Option<PropertyPath>>,
}

const AUDIT: Audit = record!(Audit { by: "a", of: path(name) });

fn main() {}
