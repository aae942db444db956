//! Threads can share the values of an OData type, fields that are not properties included.
use std::rc::Rc;

use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    #[odata(skip)]
    cache: Option<Rc<u64>>,
}

fn main() {}
