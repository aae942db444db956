//! V12: a property is the same as one of the related entity.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    category_id: String,
    #[odata(referential_constraint(category_id = id, category_id = code))]
    category: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    code: String,
}

fn main() {}
