//! A word is given once.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(computed)]
    #[odata(computed)]
    name: String,
}

fn main() {}
