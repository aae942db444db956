//! T1: a base type is of the same kind.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
