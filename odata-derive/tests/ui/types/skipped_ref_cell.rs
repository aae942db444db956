//! The values of an OData type can be shared between threads, fields that are no properties included.
#![forbid(unsafe_code)]
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    #[odata(skip)]
    cache: Vec<std::cell::RefCell<u64>>,
}

fn main() {}
