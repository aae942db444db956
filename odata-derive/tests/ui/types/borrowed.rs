//! What is wrong is the type that borrows, not its lifetime.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy<'a> {
    name: &'a str,
}

fn main() {}
