//! A type of the model is not generic.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy<T> {
    name: T,
}

fn main() {}
