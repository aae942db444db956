//! A7: the value at the end of a path has the type of the term.
use odata_core::{Nav, ODataEntity, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = i32)]
struct Count;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Count = path(name)))]
struct Product {
    #[odata(key)]
    id: i32,
    name: String,
    others: Nav<Vec<Product>>,
}

fn main() {}
