//! V4: the path of a partner goes through complex values, not through other entities.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    #[odata(partner = main.products)]
    category: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    main: Nav<Option<Box<Category>>>,
    products: Nav<Vec<Product>>,
}

fn main() {}
