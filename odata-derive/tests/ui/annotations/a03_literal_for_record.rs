//! A3: a literal is not a record.
use odata_core::{ODataEntity, ODataRecord, ODataTerm, annotation::{Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit")]
struct Audit {
    by: Value<Option<String>>,
}

#[derive(ODataTerm)]
#[odata(type = "shop.audited", value = Audit)]
struct Audited;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Audited = true))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
