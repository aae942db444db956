//! A3: the text of a date is one.
use odata_core::{ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.day", value = odata_core::value::Date)]
struct Day;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Day = "2026-02-30"))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
