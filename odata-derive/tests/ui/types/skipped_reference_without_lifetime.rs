//! The compiler itself reports a reference without a lifetime, also of a field that is not a property.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    #[odata(skip)]
    cache: Vec<&str>,
}

fn main() {}
