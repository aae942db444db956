//! A7: a path to one value is not a collection.
use odata_core::{Nav, ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.notes", value = Vec<String>)]
struct Notes;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Notes = path(name)))]
struct Product {
    #[odata(key)]
    id: i32,
    name: String,
    others: Nav<Vec<Product>>,
}

fn main() {}
