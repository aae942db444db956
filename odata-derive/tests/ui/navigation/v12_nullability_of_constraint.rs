//! V12: a property is nullable exactly if the relation or the property of the related entity is. (3 faults)
use odata_core::{Nav, ODataComplex, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    category_id: String,
    other_id: Option<String>,
    #[odata(referential_constraint(category_id = id))]
    first: Nav<Option<Category>>,
    #[odata(referential_constraint(category_id = info.code))]
    second: Nav<Category>,
    #[odata(referential_constraint(other_id = id))]
    third: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    info: Option<Info>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    code: String,
}

fn main() {}
