//! A7: an annotation path leads to an annotation.
use odata_core::{Nav, ODataEntity, ODataTerm, annotation::{AnnotationPath}};

#[derive(ODataTerm)]
#[odata(type = "shop.place", value = AnnotationPath)]
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
