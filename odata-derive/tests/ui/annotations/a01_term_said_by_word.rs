//! A1: what a word says is not said by its term, too.
use odata_core::{ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("Org.OData.Core.V1.LongDescription" = raw "x"))]
struct Product {
    #[odata(key)]
    id: i32,
    #[odata(computed, annotate("Org.OData.Core.V1.Computed" = raw true))]
    name: String,
}

fn main() {}
