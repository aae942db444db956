//! A8: a record has the type of the term.
use odata_core::{ODataEntity, ODataRecord, ODataTerm, annotation::{PropertyPath, Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<String>,
    of: Value<Option<PropertyPath>>,
}

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.other")]
struct Other {
    by: Value<Option<String>>,
}

#[derive(ODataTerm)]
#[odata(type = "shop.audited", value = Audit)]
struct Audited;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Audited = Other { by: "a" }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
