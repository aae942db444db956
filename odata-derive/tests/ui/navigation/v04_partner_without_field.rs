//! V4: a partner is a property of the type of the related entities.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    #[odata(partner = product)]
    category: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    products: Nav<Vec<Product>>,
}

fn main() {}
