//! O7: a path to an entity set leads to the entities that are returned. (2 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
struct Product {
    #[odata(key)]
    id: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "test.related", bound_to = Product, returns(i32), entity_set_path("bindingParameter"))]
struct Related;

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = Product, entity_set_path("bindingParameter"))]
struct Reset;

fn main() {}
