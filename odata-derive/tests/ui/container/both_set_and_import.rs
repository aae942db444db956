//! A field is an entity set or an import. (4 faults)
use odata_core::{Nav, ODataAction, ODataContainer, ODataEntity};

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
    #[odata(action_import, entity_set)]
    renew: Renew,
    #[odata(action_import, function_import)]
    again: Renew,
    #[odata(action_import, nullable, bind(id = products))]
    more: Renew,
}

fn main() {}
