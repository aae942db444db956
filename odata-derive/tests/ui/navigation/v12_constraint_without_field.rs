//! V12: both properties of a referential constraint exist, on single values. (4 faults)
use odata_core::{Nav, ODataComplex, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    category_id: String,
    infos: Vec<Info>,
    #[odata(referential_constraint(category = id))]
    first: Nav<Category>,
    #[odata(referential_constraint(category_id = code))]
    second: Nav<Category>,
    #[odata(referential_constraint(infos.code = id, category_id = main.id))]
    third: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    main: Nav<Box<Category>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    code: String,
}

fn main() {}
