//! A1: the doc comment is the description.
use odata_core::{ODataEntity};

/// A thing.
#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate("Org.OData.Core.V1.Description" = raw "Another thing."))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
