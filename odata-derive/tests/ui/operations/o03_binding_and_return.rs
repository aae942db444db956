//! A wrong type of the binding parameter and one of what is returned are both reported. (2 faults)

use odata_core::prelude::*;

#[derive(ODataEntity, Clone)]
#[odata(type = "test.item", abstract)]
struct Item {
    name: String,
}

#[derive(ODataAction, Clone)]
#[odata(type = "test.copy", bound_to = Item, returns(Item))]
struct Copy {
    times: i32,
}

fn main() {}
