//! The description is the doc comment.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(description = "The number.")]
    number: String,
}

fn main() {}
