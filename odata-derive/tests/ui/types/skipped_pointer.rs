//! The values of an OData type can be shared between threads, fields that are no properties included.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    #[odata(skip)]
    cache: Option<*const u64>,
}

fn main() {}
