//! C4: the path of a binding exists. (2 faults)
use odata_core::{Nav, ODataContainer, ODataEntity};

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

#[derive(ODataContainer)]
#[odata(type = "shop.service")]
struct Service {
    #[odata(entity_set, bind(categroy = categories, reviews.produkt = products))]
    products: Vec<Product>,
    #[odata(entity_set)]
    categories: Vec<Category>,
    #[odata(singleton)]
    offer: Product,
}

fn main() {}
