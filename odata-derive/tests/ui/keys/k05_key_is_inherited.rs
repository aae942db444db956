//! K5: the key is declared once along the chain.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    entity: Entity,
    #[odata(key)]
    number: i32,
}

fn main() {}
