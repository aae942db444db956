//! V6: two navigation properties are partners of each other, or one of them names none.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    #[odata(partner = products)]
    category: Nav<Category>,
    vendor: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    #[odata(partner = vendor)]
    products: Nav<Vec<Product>>,
}

fn main() {}
