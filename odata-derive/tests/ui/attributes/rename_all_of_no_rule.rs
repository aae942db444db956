//! `rename_all` names a rule.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", rename_all = "snake_case")]
struct Policy {
    name: String,
}

fn main() {}
