//! No EDM type corresponds to a pointer that only one thread can use.
use std::rc::Rc;

use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    number: Rc<i32>,
}

fn main() {}
