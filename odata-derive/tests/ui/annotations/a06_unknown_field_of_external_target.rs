//! A6: each step of a target is a field.
use odata_core::{ODataContainer, ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Container", annotations(Product, name, annotate(Note = "a")))]
struct Shop {
    #[odata(entity_set)]
    products: Vec<Product>,
}

fn main() {}
