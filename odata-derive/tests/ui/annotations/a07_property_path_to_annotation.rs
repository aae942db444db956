//! A7: a property path leads to a property.
use odata_core::{Nav, ODataEntity, ODataTerm, annotation::{PropertyPath}};

#[derive(ODataTerm)]
#[odata(type = "shop.place", value = PropertyPath)]
struct Place;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Place = path(name @ Place)))]
struct Product {
    #[odata(key)]
    id: i32,
    name: String,
    others: Nav<Vec<Product>>,
}

fn main() {}
