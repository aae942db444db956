//! A8: a record has a type that is not abstract.
use odata_core::{ODataEntity, ODataRecord, ODataTerm, annotation::{Value}};

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit", abstract)]
struct Audit {
    by: Value<Option<String>>,
}

#[derive(ODataTerm)]
#[odata(type = "shop.audited", value = Audit)]
struct Audited;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Audited = Audit { by: "a" }))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
