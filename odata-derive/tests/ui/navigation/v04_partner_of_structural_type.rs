//! V4: a partner is a navigation property. (2 faults)
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    #[odata(partner = id)]
    category: Nav<Category>,
    #[odata(partner = cached)]
    other: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    #[odata(skip)]
    cached: bool,
}

fn main() {}
