//! The description is the doc comment.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", description = "A policy.")]
struct Policy {
    number: String,
}

fn main() {}
