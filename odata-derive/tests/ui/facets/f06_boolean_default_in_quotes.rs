//! F6: a default value of a boolean has no quotes.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "true")]
    enabled: bool,
}

fn main() {}
