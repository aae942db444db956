//! Threads can share the values of an OData type, fields that are not properties included.
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
