//! A record has the members of its base type.
use odata_core::{ODataRecord, annotation::{PropertyPath, Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
    of: Value<Option<PropertyPath>>,
}

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.longAudit", base = Audit)]
struct LongAudit {
    by: Value<String>,
}

fn main() {}
