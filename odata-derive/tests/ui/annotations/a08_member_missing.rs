//! A8: a record has the members that it must have.
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
#[odata(annotate(Audited = Audit { of: path(id) }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
