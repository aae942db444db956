//! V2: a navigation property is absent by itself.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    owner: Option<Nav<Entity>>,
}

fn main() {}
