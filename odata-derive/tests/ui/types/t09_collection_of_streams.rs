//! T9: a collection holds no streams.
use odata_core::{ODataEntity, value::Stream};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    files: Vec<Stream>,
}

fn main() {}
