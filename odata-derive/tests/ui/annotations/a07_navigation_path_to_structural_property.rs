//! A7: a path of navigation properties leads to one.
use odata_core::{Nav, ODataEntity, ODataTerm, annotation::{NavigationPropertyPath}};

#[derive(ODataTerm)]
#[odata(type = "shop.place", value = NavigationPropertyPath)]
struct Place;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Place = path(name)))]
struct Product {
    #[odata(key)]
    id: i32,
    name: String,
    others: Nav<Vec<Product>>,
}

fn main() {}
