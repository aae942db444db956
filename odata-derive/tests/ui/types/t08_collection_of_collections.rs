//! T8: a collection holds no collections.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    names: Vec<Vec<String>>,
}

fn main() {}
