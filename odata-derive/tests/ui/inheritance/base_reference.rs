//! A base type is embedded, not borrowed.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    entity: &'static Entity,
    name: String,
}

fn main() {}
