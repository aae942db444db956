//! F6: a default value of a string has quotes.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = 5)]
    number: String,
}

fn main() {}
