//! O7: a path to an entity set begins with entities. (2 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
    info: Info,
    category: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "test.category")]
struct Category {
    #[odata(key)]
    id: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "test.info")]
struct Info {
    text: String,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", bound_to = i32, returns(Category), entity_set_path("bindingParameter", category))]
struct Related;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.other", bound_to = Info, returns(Category), entity_set_path("bindingParameter"))]
struct Other;

fn main() {}
