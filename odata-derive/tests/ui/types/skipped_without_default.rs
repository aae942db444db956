//! The type of a skipped field has a default value.
use odata_core::ODataEntity;

#[derive(Clone)]
struct Cache;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(skip)]
    cache: Cache,
}

fn main() {}
