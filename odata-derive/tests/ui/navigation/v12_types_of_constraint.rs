//! V12: the two properties of a referential constraint have one type. (5 faults)
use odata_core::{Nav, ODataComplex, ODataEntity, value::Stream};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    category_id: i32,
    codes: Vec<i32>,
    picture: Stream,
    #[odata(referential_constraint(category_id = id))]
    first: Nav<Category>,
    #[odata(referential_constraint(category_id = info, codes = info.code))]
    second: Nav<Category>,
    #[odata(referential_constraint(picture = picture, category_id = products))]
    third: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(key)]
    id: String,
    info: Info,
    picture: Stream,
    products: Nav<Vec<Product>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    code: i32,
}

fn main() {}
