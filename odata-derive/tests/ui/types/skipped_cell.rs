//! Threads can share the values of an OData type, fields that are not properties included.
use std::cell;

use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    #[odata(skip)]
    cache: cell::Cell<u64>,
}

fn main() {}
