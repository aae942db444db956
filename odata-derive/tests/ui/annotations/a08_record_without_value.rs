//! A8: an annotation without a value is an empty record only where no member is needed.
use odata_core::{ODataEntity, ODataRecord, ODataTerm, annotation::{PropertyPath, Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
    of: Value<Option<PropertyPath>>,
}

#[derive(ODataTerm)]
#[odata(type = "shop.audited", value = Audit)]
struct Audited;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Audited))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
