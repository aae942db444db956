//! C8: entities that are not returned are in no entity set. (2 faults)
use odata_core::{Nav, ODataAction, ODataContainer, ODataEntity, ODataFunction};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
struct Product {
    #[odata(key)]
    id: i32,
    category: Nav<Option<Category>>,
    related: Nav<Vec<Product>>,
    #[odata(contains_target)]
    reviews: Nav<Vec<Review>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.category")]
struct Category {
    #[odata(key)]
    id: i32,
    products: Nav<Vec<Product>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.review")]
struct Review {
    #[odata(key)]
    id: i32,
    product: Nav<Option<Product>>,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "shop.best", returns(i32))]
struct Best;
#[derive(ODataAction, Clone)]
#[odata(type = "shop.renew")]
struct Renew;

#[derive(ODataContainer)]
#[odata(type = "shop.service")]
struct Service {
    #[odata(entity_set)]
    products: Vec<Product>,
    #[odata(entity_set)]
    categories: Vec<Category>,
    #[odata(singleton)]
    offer: Product,
    #[odata(function_import(entity_set = products))]
    best: Best,
    #[odata(action_import(entity_set = products))]
    renew: Renew,
}

fn main() {}
