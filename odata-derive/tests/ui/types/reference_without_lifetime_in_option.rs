//! The compiler itself reports a reference without a lifetime, also of a key.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: Option<&str>,
}

fn main() {}
