//! T8: a collection holds no collections, whatever it is called.
use odata_core::ODataEntity;

type Names = Vec<String>;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    names: Vec<Names>,
}

fn main() {}
