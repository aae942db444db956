//! A reference without a lifetime is an error of the compiler too.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: &str,
}

fn main() {}
