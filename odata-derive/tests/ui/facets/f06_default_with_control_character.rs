//! F6: a default value has characters that a document can hold.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "a\u{1}b")]
    name: String,
}

fn main() {}
