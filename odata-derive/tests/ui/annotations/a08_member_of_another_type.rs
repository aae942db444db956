//! A8: a member has its type.
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
#[odata(annotate(Audited = Audit { by: 1 }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
